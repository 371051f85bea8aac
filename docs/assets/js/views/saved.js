/** The line that stays in sight: how far the review has got, and whether it is kept. */

import { announce } from "../announce.js";
import { clockTime, show } from "../messages.js";
import { outlineOf } from "../outline.js";
import { totalsOf } from "../progress.js";

/**
 * @param {HTMLElement} root
 * @param {import("../store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const questions = outlineOf(document);
  const summary = root.querySelector("[data-summary]");
  const state = root.querySelector("[data-state]");
  let said = "";

  const render = () => {
    const totals = totalsOf((...field) => store.get(...field), questions);
    show(summary, `progress-${store.sort}`, totals);
    const [name, values] = stateMessage(store, totals);
    show(state, name, values);
    root.classList.toggle("saved--not-kept", store.state.name === "not-kept");
    if (["saved", "not-kept"].some((start) => name.startsWith(start)) && said !== `${name}${store.state.savedAt}`) {
      said = `${name}${store.state.savedAt}`;
      announce(name, values);
    }
  };
  const unsubscribe = store.subscribe(render);
  render();
  return unsubscribe;
}

function stateMessage({ state, unreadable }, { started, done }) {
  if (state.name === "not-kept") return [`not-kept-${state.reason}`];
  if (state.name === "saving") return ["saving"];
  if (unreadable) return ["unreadable", { count: unreadable }];
  if (state.savedAt) return ["saved", { time: clockTime(state.savedAt) }];
  return [started || done ? "kept-before" : "nothing-yet"];
}
