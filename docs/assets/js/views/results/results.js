/** Members' answers brought together: the counts, the order to talk about them, and starting again. */

import { drawBar } from "../../page/bar-chart.js";
import { isCompared, isFew, runningOrder, sum } from "../../members/counts.js";
import { guideOfPage } from "../../page/questions.js";
import { announce, message, messageText, show } from "../../page/messages.js";
import { onPress } from "../../page/on-click.js";
import { spreadOf } from "../../members/summary.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store  shows what the open review holds
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const guide = guideOfPage();
  const sections = new Map(
    guide.map(({ id }) => [id, root.querySelector(`[data-number][data-question="${CSS.escape(id)}"]`)]),
  );
  const select = root.querySelector("select");
  const get = (...field) => store.get(...field);
  const countsOf = (id) => get("combined", id, "counts");
  const orderOf = () =>
    runningOrder(guide, countsOf, store.device("order", store.review)).map(({ id }) => id);
  const keepOrder = (order) => store.setDevice("order", order, store.review);
  let waiting = 0;

  const render = () => {
    waiting = 0;
    const spread = spreadOf(get, guide);
    renderHead(root, spread);
    for (const question of spread.questions) renderQuestion(sections.get(question.id), question);
    select.value = store.device("order", store.review)?.by ?? "disagreement";
    arrange(
      root.querySelector("[data-list]"),
      orderOf().map((id) => sections.get(id)),
      select.value === "own",
    );
  };
  // Once a frame at most: an addition changes the counts of every statement at once.
  const soon = (changed) => {
    if (changed?.length === 0) return;
    waiting ||= requestAnimationFrame(render);
  };
  const choose = () =>
    keepOrder(select.value === "own" ? { by: "own", ids: orderOf() } : { by: select.value });
  const move = (button, step) => {
    const section = button.closest("[data-question]");
    const ids = moved(orderOf(), section.dataset.question, step);
    keepOrder({ by: "own", ids });
    cancelAnimationFrame(waiting);
    render();
    (button.hidden ? section.querySelector("[data-move] button:not([hidden])") : button).focus();
    announce(messageText("moved", { place: ids.indexOf(section.dataset.question) + 1, total: ids.length }));
  };
  const end = onPress(root, {
    "open-board": async () => {
      await store.choose("board");
      root.querySelector("textarea").focus();
    },
    up: (button) => move(button, -1),
    down: (button) => move(button, 1),
    ...startingAgain(root, store),
  });
  select.addEventListener("change", choose);
  const unsubscribe = store.subscribe(soon);
  render();
  return () => {
    select.removeEventListener("change", choose);
    cancelAnimationFrame(waiting);
    unsubscribe();
    end();
  };
}

function renderHead(root, spread) {
  const { codes, hands, people, first } = spread;
  const isShown = isCompared(people);
  show(root.querySelector("[data-people]"), people ? "people" : "people-none", {
    count: people,
    codes,
    hands,
  });
  root.querySelector("[data-few]").hidden = !isFew(people);
  root.querySelector("[data-empty]").hidden = isShown;
  for (const part of root.querySelectorAll("[data-filled]")) part.hidden = !isShown;
  const list = root.querySelector("[data-first] ol");
  list.replaceChildren(...first.map(linkTo));
  list.hidden = !first.length;
  root.querySelector("[data-agreed]").hidden = first.length > 0;
}

function linkTo({ id, number, ask }) {
  const item = message("talk-first", { number, ask });
  item.querySelector("a").href = `#${id}--spread`;
  return item;
}

function renderQuestion(section, { answered, statements }) {
  show(section.querySelector("[data-answered]"), answered ? "answered-by" : "answered-by-none", {
    count: answered,
  });
  for (const { id, counts, total } of statements) {
    const row = section.querySelector(`[data-statement="${CSS.escape(id)}"]`);
    for (const place of row.querySelectorAll("[data-count]")) place.textContent = counts[place.dataset.count];
    row.querySelector("[data-total]").textContent = total;
    drawBar(row.querySelector(".bar"), [counts.ticked, counts.unknown, counts.notTicked], total);
  }
}

/** Puts sections in order, and leaves them alone where they are: moving one takes the focus from it. */
function arrange(list, sections, isOwn) {
  if (sections.some((section, place) => list.children[place] !== section)) list.replaceChildren(...sections);
  for (const section of sections) {
    section.querySelector("[data-move]").hidden = !isOwn;
    section.querySelector("[data-act=up]").hidden = section === sections[0];
    section.querySelector("[data-act=down]").hidden = section === sections.at(-1);
  }
}

function moved(ids, id, step) {
  const others = ids.filter((other) => other !== id);
  others.splice(ids.indexOf(id) + step, 0, id);
  return others;
}

/** Asks first, and can be undone until the page is left. */
function startingAgain(root, store) {
  const dialog = root.querySelector("dialog");
  const done = root.querySelector("[data-again-done]");
  const get = (...field) => store.get(...field);
  let before = [];
  return {
    again: () => dialog.showModal(),
    "again-cancel": () => dialog.close(),
    "again-confirmed": () => {
      dialog.close();
      before = store.records().filter(({ kind, value }) => kind === "combined" && value !== null);
      store.set(before.map((record) => ({ ...record, value: null })));
      show(done, "counts-removed");
      done.querySelector("button").focus();
    },
    "again-undo": async () => {
      const [{ review }] = before;
      await store.openReview(review);
      store.set(before.map((record) => ({ ...record, value: together(record, get) })));
      show(done, "counts-restored");
      done.focus();
    },
  };
}

/** What was counted before starting again, with what has been counted since. */
function together({ kind, id, field, value }, get) {
  const since = get(kind, id, field);
  return field === "codes" ? [...value, ...(since ?? [])].sort() : sum(value, since);
}
