/** The line that stays in sight: how far the review has got, and whether it is kept. */

import { announce } from "../../page/announce.js";
import { clockTime } from "../../page/dates.js";
import { canMark, linkQuestions, markOnClick } from "../../page/left-questions.js";
import { messageText, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { everyQuestion } from "../../page/questions.js";
import { deferring } from "../../page/scheduling.js";
import { finishOf } from "../../report/progress.js";
import { idsIn } from "../../store/review.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = everyQuestion();
  const state = root.querySelector("[data-state]");
  /** @type {number|string|undefined} */
  let said = store.state.savedAt;

  const renderState = () => {
    const [name, values] = stateMessage(store);
    show(state, name, values);
    root.classList.toggle("saved--not-kept", store.state.name === "not-kept");
    const news = store.state.savedAt ?? store.state.reason;
    if (news === said || store.state.name === "saving") return;
    said = news;
    announce(messageText(name, values));
  };
  const finish = () => finishOf((...field) => store.get(...field), questions);
  const render = () => {
    renderState();
    const { done, count } = finish();
    const name = store.get("review", "", "name");
    root.querySelector("[data-open-name]").textContent = name ? `, ${name}` : "";
    show(root.querySelector("[data-summary]"), `progress-${store.whose}`, { done, count });
    showCount(root.querySelector("[data-unreadable]"), "unreadable", store.unreadable.length);
    showCount(
      root.querySelector("[data-set-aside]"),
      "set-aside",
      idsIn(store.records(), "set-aside").length,
    );
  };
  const place = root.querySelector("[data-finish]");
  if (place) showFinish(place, store, finish); // not where nothing is ticked
  onClick(root, { "restore-deleted": () => store.restore(), "let-go": () => store.letGo() });
  store.subscribe(["review", "conclusion", "set-aside"], render);
  store.onState(renderState);
  for (const type of ["input", "focusout"]) document.addEventListener(type, renderState); // a date may be none
  render();
}

/** The way to the finish, once it is near: which questions are left, a button to mark them, and where the answer code is. */
function showFinish(place, store, finish) {
  const { now, soon } = deferring(() => {
    if (store.whose === "mine") renderFinish(place, finish(), endUndo);
  }, setTimeout);
  const endUndo = markOnClick(place, store, () => finish().left, now);
  store.subscribe(["answer", "conclusion"], soon);
  now();
}

function renderFinish(place, { left, isNear, isAnswered }, endUndo) {
  const isMarkable = isAnswered && left.length > 0 && canMark(left);
  place.hidden = !isNear;
  place.querySelector("[data-left]").hidden = !left.length;
  place.querySelector("[data-mark]").hidden = !isMarkable;
  place.querySelector("[data-send]").hidden = isMarkable;
  linkQuestions(place.querySelector("[data-page]"), left);
  if (left.length) endUndo();
}

/** @returns {[string, Record<string, string>?]} the message of a state, and its values */
function stateMessage({ state, isBegun }) {
  if (document.querySelector("[data-field][aria-invalid=true]")) return ["not-valid"];
  if (state.name === "not-kept") return [`not-kept-${state.reason}`];
  if (state.name === "saving") return ["saving"];
  if (state.savedAt) return ["saved", { time: clockTime(state.savedAt) }];
  return [isBegun ? "kept-before" : "nothing-yet"];
}

function showCount(element, name, count) {
  element.hidden = !count;
  if (!count || !show(element, name, { count })) return;
  announce(element.textContent);
}
