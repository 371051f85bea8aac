/** The line that stays in sight: how far the review has got, and whether it is kept. */

import { announce } from "../../page/announce.js";
import { clockTime } from "../../page/dates.js";
import { messageText, show } from "../../page/messages.js";
import { idsIn } from "../../store/review.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = document.querySelector("[data-questions]").dataset.questions.split(" ");
  const state = root.querySelector("[data-state]");
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
  const render = (changed) => {
    renderState();
    if (changed?.length === 0) return;
    const done = questions.filter((id) => store.get("conclusion", id, "state") !== null).length;
    const name = store.get("review", "", "name");
    root.querySelector("[data-open-name]").textContent = name ? `, ${name}` : "";
    show(root.querySelector("[data-summary]"), `progress-${store.whose}`, { done, count: questions.length });
    showCount(root.querySelector("[data-unreadable]"), "unreadable", store.unreadable.length);
    if (changed && !changed.some(({ kind }) => kind === "set-aside")) return;
    showCount(
      root.querySelector("[data-set-aside]"),
      "set-aside",
      idsIn(store.records(), "set-aside").length,
    );
  };
  store.subscribe(render);
  render(null);
}

function stateMessage({ state, review }) {
  if (state.name === "not-kept") return [`not-kept-${state.reason}`];
  if (state.name === "saving") return ["saving"];
  if (state.savedAt) return ["saved", { time: clockTime(state.savedAt) }];
  return [review ? "kept-before" : "nothing-yet"];
}

function showCount(element, name, count) {
  element.hidden = !count;
  if (!count || !show(element, name, { count })) return;
  announce(element.textContent);
}
