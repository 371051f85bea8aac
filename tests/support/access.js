// Put into a page by a test: measures what people with different eyes, hands and windows get.
(() => {
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const shown = (selector) => [...document.querySelectorAll(selector)].filter(isShown);
  const htmlOf = (element) => element.outerHTML.slice(0, 120);
  const frames = async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  };

  // Colours as the eye gets them: each laid over what is behind it, down to the first that lets nothing through.
  const numbers = (colour) => (colour.match(/[0-9.]+/gu) ?? [0, 0, 0, 0]).map(Number);
  const over = (upper, lower) =>
    [0, 1, 2].map((n) => upper[n] * (upper[3] ?? 1) + lower[n] * (1 - (upper[3] ?? 1)));
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const colour = numbers(getComputedStyle(element).backgroundColor);
    return (colour[3] ?? 1) === 1 ? colour : over(colour, behind(element.parentElement));
  };
  const luminance = (colour) =>
    colour
      .slice(0, 3)
      .map((n) => n / 255)
      .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4))
      .reduce((sum, n, place) => sum + n * [0.2126, 0.7152, 0.0722][place], 0);
  const contrast = (one, other) => {
    const both = [one, other].map(luminance);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  };

  const textContrast = (element, style) => {
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = contrast(over(numbers(style.color), behind(element)), behind(element));
    return { ratio, isLarge, html: htmlOf(element) };
  };

  const edgesOf = (element, pseudo, parent) => {
    const style = getComputedStyle(element, pseudo);
    if (pseudo && style.content === "none") return [];
    const isDrawn = (side) =>
      parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none";
    const colours = ["Top", "Bottom", "Left"].filter(isDrawn).map((side) => style[`border${side}Color`]);
    colours.push(style.backgroundColor);
    return colours.map((colour) => contrast(over(numbers(colour), parent), parent));
  };

  // What may show the focus, on the element and on the mark it draws.
  const focusParts = (element) =>
    [undefined, "::before"].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const border = parseFloat(style.borderTopWidth)
        ? `${style.borderTopColor} ${style.borderTopWidth}`
        : "";
      return [style.backgroundColor, style.boxShadow, hasOutline ? style.outlineColor : "", border];
    });

  const rectOf = (element) => {
    const isBox = ["checkbox", "radio"].includes(element.type); // its label is part of it
    const parts = [element, ...(isBox ? element.labels : [])].map((part) => part.getBoundingClientRect());
    const left = Math.min(...parts.map((part) => part.left));
    const top = Math.min(...parts.map((part) => part.top));
    const right = Math.max(...parts.map((part) => part.right));
    const bottom = Math.max(...parts.map((part) => part.bottom));
    return { left, top, width: right - left, height: bottom - top };
  };

  // In a sentence: other words stand beside it in the same block.
  const isInline = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const words = (text) => text.replace(/\s/gu, "").length;
    const pressed = [...block.querySelectorAll(STOPS)].map((one) => one.textContent).join("");
    return words(block.textContent) > words(pressed);
  };

  const isClipping = ({ overflowX, overflowY }) =>
    [overflowX, overflowY].some((way) => ["hidden", "clip"].includes(way));
  const cutOff = (element) => {
    const style = getComputedStyle(element);
    const { left, right, width } = element.getBoundingClientRect();
    if (style.clipPath !== "none") return [];
    if (width && (left < -0.5 || right > innerWidth + 0.5))
      return [`from ${left} to ${right}: ${htmlOf(element)}`];
    const more = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    return isClipping(style) && Math.max(...more) > 1 ? [`cut off by ${more}: ${htmlOf(element)}`] : [];
  };

  // What a person sees of a text, line by line: not what only a screen reader gets, nor what lies over the page.
  const OVER_THE_PAGE = ".saved, .nhsuk-skip-link, .header__nav:popover-open, dialog";
  const isHeard = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (getComputedStyle(one).clipPath.startsWith("inset") || one.matches(OVER_THE_PAGE)) return true;
    }
    return false;
  };
  const linesOf = (element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((rect) => ({ element, rect, what: node.data.trim() }));
      });
  const seen = () => shown("body *:not(svg, svg *, option, textarea)").filter((element) => !isHeard(element));
  const sharedBy = (one, other) => ({
    across: Math.min(one.right, other.right) - Math.max(one.left, other.left),
    down: Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  });

  let stops = [];
  let unfocused = [];

  window.access = {
    // What lies far below the window is laid out as it comes into sight (content-visibility): until then it is
    // given a height that is only a guess, and its boxes would seem to lie on each other.
    async seeEverything() {
      for (const part of document.querySelectorAll("fieldset.statements")) {
        part.scrollIntoView();
        await frames();
      }
      scrollTo(0, 0);
    },

    open() {
      for (const details of document.querySelectorAll("details")) details.open = true;
    },

    targets: () =>
      shown("a[href], button, input, select, textarea, summary").map((element) => ({
        ...rectOf(element),
        html: htmlOf(element),
        isInline: isInline(element),
        inChecklist: Boolean(element.closest(".checklist")),
      })),

    /** Parts of a page that are wider than the window, or hold more than they show. */
    cutOff() {
      const skipped = ".nhsuk-u-visually-hidden, svg, .nhsuk-skip-link";
      const parts = shown("body *").filter((element) => !element.closest(skipped));
      const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return [...parts.flatMap(cutOff), ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : [])];
    },

    /** Every text and every control that can be seen. */
    inSight: () =>
      seen().flatMap((element) => [
        ...linesOf(element)
          .filter(({ rect }) => rect.width && rect.height)
          .map(({ what }) => what),
        ...(element.matches("input, select, button") && rectOf(element).width ? [htmlOf(element)] : []),
      ]),

    /** Lines of text that lie on each other or on a control, by more than letters without a tail do. */
    overlaps() {
      const elements = seen();
      const controls = elements
        .filter((element) => element.matches("input, select"))
        .map((element) => ({ element, rect: element.getBoundingClientRect(), what: htmlOf(element) }));
      const lines = elements.flatMap(linesOf);
      const all = [...controls, ...lines];
      return lines.flatMap((line, n) =>
        all.slice(0, controls.length + n).flatMap((other) => {
          const { across, down } = sharedBy(line.rect, other.rect);
          return across > 2 && down > 5 && other.element !== line.element
            ? [`${line.what} / ${other.what}`]
            : [];
        }),
      );
    },

    sideways: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

    texts() {
      const hasText = (element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const isWritten = ({ content }) => !["none", "normal", '""'].includes(content);
      return shown("body *:not(svg, svg *)").flatMap((element) => {
        const styles = ["::before", "::after"]
          .map((pseudo) => getComputedStyle(element, pseudo))
          .filter(isWritten);
        if (hasText(element)) styles.push(getComputedStyle(element));
        return styles.map((style) => textContrast(element, style));
      });
    },

    /** The edge of each field, box and button, and the mark in a box, against what lies beside it. */
    edges: () =>
      shown("input, textarea, select, button, a.nhsuk-button, progress, .bar").map((element) => {
        const outside = behind(element.parentElement);
        const edges = [undefined, "::before"].flatMap((pseudo) => edgesOf(element, pseudo, outside));
        const mark = element.checked ? Math.max(0, ...edgesOf(element, "::after", behind(element))) : null;
        return { ratio: Math.max(...edges), mark, html: htmlOf(element) };
      }),

    /** How much what the focus brings stands out from what is around it. */
    focus: () =>
      shown(STOPS).map((element) => {
        document.activeElement.blur();
        const before = focusParts(element);
        element.focus({ preventScroll: true, focusVisible: true });
        const after = focusParts(element);
        const outside = behind(element.parentElement);
        const news = after.flatMap((part, n) => part.filter((value, k) => value && value !== before[n][k]));
        const colours = news.flatMap((value) => value.match(/rgba?\([^)]+\)/gu) ?? []);
        const ratios = colours.map((colour) => contrast(over(numbers(colour), outside), outside));
        return { ratio: Math.max(1, ...ratios), html: htmlOf(element) };
      }),

    /** What has the focus without an outline: where colours are forced, nothing else of ours shows. */
    withoutOutline: () =>
      shown(STOPS)
        .filter((element) => {
          element.focus({ preventScroll: true, focusVisible: true });
          return ![undefined, "::before"].some((pseudo) => {
            const { outlineStyle, outlineWidth, content } = getComputedStyle(element, pseudo);
            return (
              (!pseudo || content !== "none") && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
            );
          });
        })
        .map(htmlOf),

    contrast: (one, other) => contrast(numbers(one), numbers(other)),

    /** Remembers how everything that takes the focus looks without it. */
    remember() {
      const isOther = ({ type, checked, name }) =>
        type === "radio" && !checked && document.querySelector(`input[name="${name}"]:checked`);
      document.body.tabIndex = -1; // the next Tab begins here, also after a walk before
      document.body.focus({ preventScroll: true });
      document.body.removeAttribute("tabindex");
      stops = shown(STOPS).filter((element) => !isOther(element) && !element.disabled);
      unfocused = stops.map((element) => focusParts(element).join());
      return stops.map(htmlOf);
    },

    /** Where the focus is, and what is wrong with that. */
    async stop() {
      await frames(); // scrolling may take one
      const element = document.activeElement;
      const place = stops.indexOf(element);
      if (element === document.body) return { place, wrong: [] };
      const { left, right, top, bottom, height } = element.getBoundingClientRect();
      const wrong = [];
      if (place < 0) wrong.push("not expected to take the focus");
      else if (focusParts(element).join() === unfocused[place])
        wrong.push("looks as it does without the focus");
      const isOutside = bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth;
      if (height && isOutside) wrong.push("out of sight");
      const line = document.querySelector("[data-module='checklist/saved']");
      const over = line?.contains(element) ? undefined : line?.getBoundingClientRect();
      const isUnder =
        over && right > over.left && left < over.right && bottom > over.top + 1 && top < over.bottom - 1;
      if (isUnder) wrong.push(`under the line by ${bottom - over.top} px`);
      return { place, wrong: wrong.map((what) => `${what}: ${htmlOf(element)}`) };
    },

    /** Everything that a key could change. */
    state() {
      const boxes = [...document.querySelectorAll("input")].map(
        ({ checked, value }) => `${checked} ${value}`,
      );
      return [location.href, scrollY, ...boxes, document.documentElement.outerHTML].join("\n");
    },
  };
})();
