/** The room: an opening, and then one question of the board's review at a time, reached by keys, buttons and a list. */

import { runningOrder } from "../../members/disagreement.js";
import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { questionsIn } from "../../page/questions.js";
import { keepInSight } from "../../room/in-sight.js";
import { wayOf } from "../../room/page-keys.js";
import { OPENING, slideAt, toDiscuss } from "../../room/slides.js";
import { restarted, timerFrom } from "../../room/timer.js";
import { hasTrait } from "../../store/record.js";

const OVERLAP = 48; // CSS pixels of a screenful that stay in sight when it is scrolled
const HASH = "--question"; // ends the part of an address that leads to a question's slide

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const [bar, questions] = ["[data-bar]", "[data-questions]"].map((part) => root.querySelector(part));
  const slides = byQuestion(questions.querySelectorAll("[data-question]"));
  const items = byQuestion(bar.querySelectorAll("[data-list] [data-question]"));
  const order = orderIn(store, questionsIn(questions));
  slides.set(OPENING, root.querySelector("[data-opening]"));
  const reveal = revealing(slides, items, keepInSight(bar.querySelector("[data-in-sight]")));

  const noted = () => store.device("place", store.review);
  // What was left at a question that others were picked over opens anew. Such a question can still be gone to.
  let passed = toDiscuss([...items.keys()], order.picked()).includes(noted()) ? null : noted();
  const current = () => (noted() !== passed && slides.has(noted()) ? noted() : OPENING);
  const render = () => {
    if (order.renew()) arrange(bar.querySelector("[data-list] ol"), items, order);
    reveal(current());
    renderWays(root, slides, slideAt(order.ids, order.picked(), current()), current());
  };
  const go = (id) => {
    if (id === undefined) return;
    if (id !== OPENING && id !== current()) restartTimer(store);
    passed = null;
    store.setDevice("place", id, store.review);
    focusOn(slides.get(id));
  };
  const move = (way) => {
    const { previous, next } = slideAt(order.ids, order.picked(), current());
    go(way === 1 ? next : previous);
  };
  onButtons(root, { go, move });
  document.addEventListener("keydown", (event) => followKey(event, root, move));
  document.documentElement.toggleAttribute("data-room", true);
  for (const finish of root.querySelectorAll("[data-finish]")) show(finish, "room-finish");
  store.subscribe(["combined", "device", "review"], render);
  store.subscribe(["conclusion"], (isChanged) => renderParked(root, store, isChanged));
  store.subscribe(["answer", "conclusion", "action", "combined"], () => renderWritten(root, store));
  renderParked(root, store, () => true);
  renderWritten(root, store);
  render();
  onAddress(slides, go);
}

function focusOn(section) {
  scrollTo(0, 0);
  section.querySelector("h2:not([hidden] *)").focus({ preventScroll: true });
}

/** A timer that is asked to starts anew with each question. */
function restartTimer(store) {
  const timer = timerFrom(store.device("timer", store.review));
  if (timer?.restarts) store.setDevice("timer", restarted(timer, Date.now()), store.review);
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

/** A link leads to a question's slide, from here and from other pages, and leaves nothing in the address. */
function onAddress(slides, go) {
  const look = () => {
    const hash = location.hash.slice(1);
    const id = hash.endsWith(HASH) ? hash.slice(0, -HASH.length) : OPENING;
    if (id === OPENING || !slides.has(id)) return;
    history.replaceState(null, "", location.pathname + location.search);
    go(id);
  };
  addEventListener("hashchange", look);
  look();
}

const byQuestion = (elements) => new Map([...elements].map((one) => [one.dataset.question, one]));

/** The order of the questions in the room; `renew` says whether it, or what is to be discussed, has become another. */
function orderIn(store, guide) {
  const countsOf = (statement) => store.get("combined", statement, "counts");
  let before;
  const order = {
    ids: [],
    picked: () => store.get("review", "", "picked"),
    renew: () => {
      order.ids = runningOrder(guide, countsOf, store.device("order", store.review)).map(({ id }) => id);
      const now = JSON.stringify([order.ids, order.picked()]);
      const isNews = now !== before;
      before = now;
      return isNews;
    },
  };
  return order;
}

/** Puts the list in order, and leaves it alone where it is: moving a line takes the focus from it. */
function arrange(list, items, order) {
  const chosen = toDiscuss(order.ids, order.picked());
  const lines = order.ids.map((id) => items.get(id));
  if (lines.some((line, place) => list.children[place] !== line)) list.append(...lines);
  for (const [id, line] of items) line.classList.toggle("room__left-out", !chosen.includes(id));
}

/** Shows one slide instead of the one before: of hundreds, only these 2 are touched. */
function revealing(slides, items, follow) {
  let shown = null;
  const turn = (id, isShown) => {
    slides.get(id).hidden = !isShown;
    const button = items.get(id)?.querySelector("[data-act=go]");
    if (button) button.ariaCurrent = isShown ? "true" : null;
  };
  return (id) => {
    if (id === shown) return;
    for (const one of shown === null ? slides.keys() : [shown]) turn(one, false);
    turn(id, true);
    follow(id === OPENING ? null : slides.get(id).querySelector("h2"));
    shown = id;
  };
}

/** Paper is for what was written: before there is anything, it says where the paper pack is. */
function renderWritten(root, store) {
  const isWritten = ({ kind, value }) => hasTrait(kind, "work") && value !== null;
  root.toggleAttribute("data-written", store.records().some(isWritten));
}

function renderParked(root, store, isChanged) {
  for (const tag of root.querySelectorAll("[data-parked]")) {
    const { parked } = tag.dataset;
    if (isChanged(parked)) tag.hidden = store.get("conclusion", parked, "parked") !== true;
  }
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

/** @returns {number} CSS pixels below the lines that stay in sight, less what is seen twice */
function screenful(bar) {
  return Math.max(innerHeight - bar.offsetHeight - OVERLAP, innerHeight / 4);
}

/** Where this is, and where the ways on and back lead. */
function renderWays(root, slides, slide, id) {
  const number = numberOf(slides, id);
  const place = root.querySelector("[data-place]");
  if (id === OPENING) show(place, "room-opening");
  else if (!slide.place) show(place, "room-place-extra", { number });
  else show(place, slide.place === number ? "room-place" : "room-place-moved", { ...slide, number });
  for (const way of /** @type {const} */ (["previous", "next"])) {
    for (const button of root.querySelectorAll(`[data-act=${way}]`))
      renderMove(button, way, slides, slide[way]);
  }
  for (const finish of root.querySelectorAll("[data-finish]")) finish.hidden = slide.next !== undefined;
  renderGuide(root.querySelector("[data-act=guide]"), id);
}

const numberOf = (slides, id) => [...slides.keys()].indexOf(id) + 1;

/** A button that leads nowhere keeps its room: the buttons beside it stay in place. */
function renderMove(button, way, slides, id) {
  button.disabled = id === undefined;
  const ask = slides.get(id)?.dataset.ask;
  if (ask) show(button, `room-${way}`, { number: numberOf(slides, id), ask });
  else show(button, `room-${way}-opening`);
}

function renderGuide(link, id) {
  const page = document.querySelector(`[data-page-of="${CSS.escape(id)}"]`);
  link.hidden = !page;
  if (!page) return;
  link.href = page.href;
  show(link, "room-guide", { title: page.textContent });
}
