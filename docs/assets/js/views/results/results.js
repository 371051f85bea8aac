/** Members' answers brought together: the counts, the order to talk about them, and starting again. */

import { drawBar } from "../../page/bar-chart.js";
import { isCompared } from "../../members/counts.js";
import { runningOrder } from "../../members/disagreement.js";
import { announce } from "../../page/announce.js";
import { guideOfPage, sectionOf } from "../../page/questions.js";
import { messageText, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { deferring } from "../../page/scheduling.js";
import { summaryOf } from "../../members/summary.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store  shows what the open review holds
 */
export function mount(root, store) {
  const guide = guideOfPage();
  const sections = new Map(guide.map(({ id }) => [id, sectionOf(root, id)]));
  const select = root.querySelector("select");
  const order = orderIn(store, guide);
  const fold = foldingAway(root);

  const { now, soon } = deferring(() => {
    const summary = summaryOf((...field) => store.get(...field), guide);
    renderHead(root, summary, store.get("review", "", "expected"));
    fold(summary.people);
    for (const question of summary.questions)
      renderQuestion(sections.get(question.id), question, summary.people);
    select.value = order.by();
    const inOrder = order.ids().map((id) => sections.get(id));
    arrange(root.querySelector("[data-list]"), inOrder, select.value === "own");
  }, requestAnimationFrame);
  const move = (button, step) => {
    const section = button.closest("[data-question]");
    const place = order.move(section.dataset.question, step);
    now();
    sayPlace(section, button, { place, total: guide.length });
  };
  openWhatIsLookedFor(root, root.querySelector("[data-list]"));
  onClick(root, {
    up: (button) => move(button, -1),
    down: (button) => move(button, 1),
    ...startingAgain(root, store),
  });
  select.addEventListener("change", () => order.choose(select.value));
  store.subscribe(["combined", "device", "review"], soon);
  now();
}

/** The button that was clicked keeps the focus; at either end of the list it has gone, and the one beside it has it. */
function sayPlace(section, button, values) {
  (button.hidden ? section.querySelector("[data-move] button:not([hidden])") : button).focus();
  announce(messageText("moved", values));
}

/** The order to talk about the questions, which the device notes for each review. */
function orderIn(store, guide) {
  const noted = () => store.device("order", store.review);
  const note = (order) => store.setDevice("order", order, store.review);
  const countsOf = (id) => store.get("combined", id, "counts");
  const ids = () => runningOrder(guide, countsOf, noted()).map(({ id }) => id);
  return {
    ids,
    by: () => noted()?.by ?? "disagreement",
    choose: (by) => note(by === "own" ? { by, ids: ids() } : { by }),
    move: (id, step) => {
      const before = ids();
      const moved = before.filter((other) => other !== id);
      moved.splice(before.indexOf(id) + step, 0, id);
      note({ by: "own", ids: moved });
      return moved.indexOf(id) + 1;
    },
  };
}

/** A question opens for a link that leads to it, and all do for the printer: older browsers print no closed ones. */
function openWhatIsLookedFor(root, list) {
  root.addEventListener("click", ({ target }) => {
    const id = target.closest("a")?.hash.slice(1);
    const section = [...list.children].find((one) => one.id === id);
    if (section) section.querySelector("details").open = true;
  });
  addEventListener("beforeprint", () => {
    for (const details of list.querySelectorAll("details")) details.open = true;
  });
}

function renderHead(root, { codes, hands, people }, expected) {
  const name = expected ? "received" : "people";
  const values = { count: people, expected, codes, hands };
  const said = root.querySelector("[data-people]");
  show(said, people ? name : `${name}-none`, values);
  said.hidden = isCompared(people) && !expected && !hands; // the heading below says as much
  for (const part of root.querySelectorAll("[data-empty]")) part.hidden = isCompared(people);
  for (const part of root.querySelectorAll("[data-filled]")) part.hidden = !isCompared(people);
  root.querySelector("[data-again-ask]").hidden = !people;
  root.querySelector("[data-again]").hidden =
    !people && !root.querySelector("[data-again-done]").hasChildNodes();
}

/** Adding answers is out of the way once there are some, and opens again where something is left to put right. */
function foldingAway(root) {
  const adding = root.querySelector("[data-adding]");
  let before = 0;
  return (people) => {
    if (people > before) adding.open = adding.querySelector("textarea").value !== "";
    if (!people) adding.open = true;
    before = people;
  };
}

/** How many people answered a question is said where it is not all of them. */
function renderQuestion(section, { answered, statements }, people) {
  const said = section.querySelector("[data-answered]");
  said.hidden = answered === people;
  show(said, answered ? "answered-by" : "answered-by-none", { count: answered });
  for (const { id, counts, total } of statements) {
    const row = section.querySelector(`[data-statement="${CSS.escape(id)}"]`);
    for (const place of row.querySelectorAll("[data-count]")) place.textContent = counts[place.dataset.count];
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

/** Asks first, and can be undone until the page is left. */
function startingAgain(root, store) {
  const dialog = root.querySelector("dialog");
  const done = root.querySelector("[data-again-done]");
  let undo;
  return {
    again: () => dialog.showModal(),
    "again-cancel": () => dialog.close(),
    "again-confirmed": () => {
      dialog.close();
      const counted = store.records().filter(({ kind, value }) => kind === "combined" && value !== null);
      undo = store.setUndoably(counted.map(({ kind, id, field }) => ({ kind, id, field, value: null })));
      show(done, "counts-removed");
      done.querySelector("button").focus();
    },
    "again-undo": async () => {
      await undo();
      show(done, "counts-restored");
      done.focus();
    },
  };
}
