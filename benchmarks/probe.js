// Put into a page before its own scripts: measures it from the inside.
(() => {
  const tasks = [];
  const scripts = [];
  const interactions = new Map();
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  // A long task does not say whose it is; a long animation frame names the scripts in it.
  new PerformanceObserver((list) => {
    const found = list.getEntries().flatMap((frame) => frame.scripts);
    scripts.push(...found.filter(({ sourceURL }) => sourceURL.includes("/assets/js/")));
  }).observe({ type: "long-animation-frame" });

  // From a key to the frame that shows what it did. What took under 16 ms is not reported.
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId)
        interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
    }
  }).observe({ type: "event", durationThreshold: 16 });

  const end = ({ startTime, duration }) => startTime + duration;
  const isOurs = (task) =>
    scripts.some((script) => script.startTime < end(task) && end(script) > task.startTime);
  const longest = (entries) => Math.max(0, ...entries.map(({ duration }) => duration));

  const unticked = () => document.querySelector("[data-statement] input[value=true]:not(:checked)");
  const allTicked = () =>
    document.readyState !== "loading" && document.querySelector("[data-statement]") && !unticked();

  const shown = new Promise((resolve) => {
    const look = () => (allTicked() ? resolve(performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });

  /** Settles with the time at which the page says "Saved" after a change. */
  const whenSaved = (isExpected) =>
    new Promise((resolve) => {
      const state = document.querySelector("[data-state]");
      const words = document.getElementById("message-saved").content.firstChild.textContent;
      const observer = new MutationObserver(() => {
        if (!isExpected() || !state.textContent.startsWith(words)) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(state, { childList: true, characterData: true, subtree: true });
    });

  window.benchmark = {
    /** From the start of the navigation, and from the HTML being laid out, to all ticks shown. */
    async load() {
      const at = await shown;
      return [at, at - performance.getEntriesByType("navigation")[0].domContentLoadedEventStart];
    },

    /** The longest task that ended after a time, any and with a script of ours in it; 0 where none is over 50 ms. */
    longest(from) {
      const late = tasks.filter((task) => end(task) > from);
      return [longest(late), longest(late.filter(isOurs))];
    },

    /** How long each interaction took that took 16 ms or longer. */
    interactions: () => [...interactions.values()],

    parsedAt: () => performance.getEntriesByType("navigation")[0].domInteractive,

    /** Puts the focus on a box, and from then on waits for it to be ticked and saved. */
    aim([statement, value]) {
      const box = document.querySelector(`[data-statement="${statement}"] input[value=${value}]`);
      let start;
      addEventListener("input", () => (start = performance.now()), { capture: true, once: true });
      this.saved = whenSaved(() => start !== undefined && box.checked).then((at) => at - start);
      box.focus();
    },

    /** Ticks everything at once. */
    async tickAll() {
      const saved = unticked() && whenSaved(() => !unticked());
      for (const box of document.querySelectorAll("[data-statement] input[value=true]:not(:checked)"))
        box.click();
      await saved;
    },
  };
})();
