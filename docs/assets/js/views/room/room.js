/** The room: one question of the board's review at a time, reached by keys, buttons and a list. */

import { runningOrder } from "../../members/counts.js";
import { wayOf } from "../../room/page-keys.js";
import { show } from "../../page/messages.js";
import { counted, outlineOf } from "../../page/outline.js";
import { onPress } from "../../page/on-click.js";

const OVERLAP = 48; // CSS pixels of a screenful that stay in sight when it is scrolled

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const [start, bar, questions] = ["start", "bar", "questions"].map((part) =>
    root.querySelector(`[data-${part}]`),
  );
  const sections = new Map(
    [...questions.querySelectorAll("[data-question]")].map((one) => [one.dataset.question, one]),
  );
  const items = new Map(
    [...bar.querySelectorAll("[data-list] [data-question]")].map((one) => [one.dataset.question, one]),
  );
  const guide = counted(outlineOf(questions));
  let order = [];
  let shown = null;

  const isOpen = () => store.sort === "board";
  const current = () => {
    const place = store.device("place", store.review);
    return sections.has(place) ? place : order[0];
  };
  const sort = () => {
    const countsOf = (statement) => store.get("combined", statement, "counts");
    const sorted = runningOrder(guide, countsOf, store.device("order", store.review)).map(({ id }) => id);
    if (sorted.join() === order.join()) return;
    order = sorted;
    bar.querySelector("[data-list] ol").append(...order.map((id) => items.get(id)));
  };
  const render = (changed) => {
    if (changed?.length === 0) return;
    if (!changed || changed.some(({ kind, field }) => kind === "combined" || field === "order")) sort();
    document.documentElement.toggleAttribute("data-room", isOpen());
    [start.hidden, bar.hidden, questions.hidden] = [isOpen(), !isOpen(), !isOpen()];
    const id = current();
    if (id !== shown) reveal(id);
    renderBar(bar, sections, order, id);
  };
  const turn = (id, isShown) => {
    sections.get(id).hidden = !isShown;
    items.get(id).querySelector("button").ariaCurrent = isShown ? "true" : null;
  };
  const reveal = (id) => {
    for (const one of shown ? [shown] : sections.keys()) turn(one, false);
    turn(id, true);
    shown = id;
  };
  const focus = () => {
    scrollTo(0, 0);
    sections.get(shown).querySelector("h2").focus({ preventScroll: true });
  };
  const go = (id) => {
    store.setDevice("place", id, store.review);
    focus();
  };
  const move = (way) => {
    const id = order[order.indexOf(current()) + way];
    if (id) go(id);
  };
  const press = (event) => {
    const way = isOpen() && !root.querySelector("dialog[open]") ? wayOf(event) : 0;
    if (!way) return;
    const isMore = canScroll(way);
    if (isMore && ["ArrowUp", "ArrowDown"].includes(event.key)) return; // the browser scrolls by lines
    event.preventDefault();
    if (isMore) scrollBy(0, way * screenful(bar));
    else if (!event.repeat) move(way);
  };
  const end = onPress(root, {
    "open-board": async () => {
      await store.choose("board");
      focus();
    },
    previous: () => move(-1),
    next: () => move(1),
    list: () => root.querySelector("[data-list]").showModal(),
    go: (button) => {
      button.closest("dialog").close();
      go(button.closest("[data-question]").dataset.question);
    },
    close: (button) => button.closest("dialog").close(),
  });

  show(bar.querySelector("[data-finish]"), "room-finish");
  document.addEventListener("keydown", press);
  const unsubscribe = store.subscribe(render);
  render(null);
  return () => {
    end();
    document.removeEventListener("keydown", press);
    unsubscribe();
  };
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

/** A button that leads nowhere keeps its room: the others stay where they are. */
function renderMove(button, name, place, section) {
  button.disabled = !section;
  show(button, name, { place, ask: section?.querySelector("[data-ask]").textContent ?? "" });
}
