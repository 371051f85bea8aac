/** The room: one question of the board's review at a time, reached by keys, buttons and a list. */

import { runningOrder } from "../../members/disagreement.js";
import { wayOf } from "../../room/page-keys.js";
import { show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { onClick } from "../../page/on-click.js";

const OVERLAP = 48; // CSS pixels of a screenful that stay in sight when it is scrolled

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const [bar, questions] = ["[data-bar]", "[data-questions]"].map((part) => root.querySelector(part));
  const sections = byQuestion(questions.querySelectorAll("[data-question]"));
  const items = byQuestion(bar.querySelectorAll("[data-list] [data-question]"));
  const order = orderIn(store, questionsIn(questions));
  const reveal = revealing(sections, items);

  const current = () => {
    const place = store.device("place", store.review);
    return sections.has(place) ? place : order.ids[0];
  };
  const render = () => {
    if (order.renew()) {
      bar.querySelector("[data-list] ol").append(...order.ids.map((id) => items.get(id)));
    }
    reveal(current());
    renderBar(bar, sections, order.ids, current());
  };
  const go = (id) => {
    if (!id) return;
    store.setDevice("place", id, store.review);
    focusOn(sections.get(id));
  };
  const move = (way) => go(order.ids[order.ids.indexOf(current()) + way]);
  onButtons(root, { go, move });
  document.addEventListener("keydown", (event) => followKey(event, root, move));
  document.documentElement.toggleAttribute("data-room", true);
  [bar.hidden, questions.hidden] = [false, false];
  show(bar.querySelector("[data-finish]"), "room-finish");
  store.subscribe(["combined", "device"], render);
  render();
}

function focusOn(section) {
  scrollTo(0, 0);
  section.querySelector("h2").focus({ preventScroll: true });
}

function onButtons(root, { go, move }) {
  onClick(root, {
    previous: () => move(-1),
    next: () => move(1),
    list: () => root.querySelector("[data-list]").showModal(),
    close: (button) => button.closest("dialog").close(),
    go: (button) => {
      button.closest("dialog").close();
      go(button.closest("[data-question]").dataset.question);
    },
  });
}

const byQuestion = (elements) => new Map([...elements].map((one) => [one.dataset.question, one]));

/** The order of the questions in the room; `renew` says whether it has become another. */
function orderIn(store, guide) {
  const countsOf = (statement) => store.get("combined", statement, "counts");
  const order = {
    ids: [],
    renew: () => {
      const before = order.ids.join();
      order.ids = runningOrder(guide, countsOf, store.device("order", store.review)).map(({ id }) => id);
      return order.ids.join() !== before;
    },
  };
  return order;
}

/** Shows one question instead of the one before: of hundreds, only these 2 are touched. */
function revealing(sections, items) {
  let shown = null;
  const turn = (id, isShown) => {
    sections.get(id).hidden = !isShown;
    items.get(id).querySelector("button").ariaCurrent = isShown ? "true" : null;
  };
  return (id) => {
    if (id === shown) return;
    for (const one of shown ? [shown] : sections.keys()) turn(one, false);
    turn(id, true);
    shown = id;
  };
}

/** A key scrolls as long as there is more to see its way, and then leads to the next question. */
function followKey(event, root, move) {
  const way = root.querySelector("dialog[open]") ? 0 : wayOf(event);
  if (!way) return;
  const isMore = canScroll(way);
  if (isMore && ["ArrowUp", "ArrowDown"].includes(event.key)) return; // the browser scrolls by lines
  event.preventDefault();
  if (isMore) scrollBy(0, way * screenful(root.querySelector("[data-bar]")));
  else if (!event.repeat) move(way);
}

/** Whether there is more to see that way: the size of a page is seldom a whole number of pixels. */
function canScroll(way) {
  const below = document.documentElement.scrollHeight - innerHeight - scrollY;
  return (way === 1 ? below : scrollY) > 1;
}

/** @returns {number} CSS pixels between the lines that stay in sight, less what is seen twice */
function screenful(bar) {
  const covered = bar.offsetHeight + document.querySelector("[data-module='checklist/saved']").offsetHeight;
  return Math.max(innerHeight - covered - OVERLAP, innerHeight / 4);
}

function renderBar(bar, sections, order, id) {
  const ids = [...sections.keys()];
  const [place, number] = [order.indexOf(id) + 1, ids.indexOf(id) + 1];
  const name = place === number ? "room-place" : "room-place-moved";
  show(bar.querySelector("[data-place]"), name, { place, number, count: ids.length });
  renderMove(
    bar.querySelector("[data-act=previous]"),
    "room-previous",
    place - 1,
    sections.get(order[place - 2]),
  );
  renderMove(bar.querySelector("[data-act=next]"), "room-next", place + 1, sections.get(order[place]));
  bar.querySelector("[data-finish]").hidden = place < ids.length;
  const page = document.querySelector(`[data-page-of="${CSS.escape(id)}"]`);
  const guide = bar.querySelector("[data-act=guide]");
  guide.href = page.href;
  show(guide, "room-guide", { title: page.textContent });
}

/** A button that leads nowhere keeps its room: the buttons beside it stay in place. */
function renderMove(button, name, place, section) {
  button.disabled = !section;
  show(button, name, { place, ask: section?.dataset.ask ?? "" });
}
