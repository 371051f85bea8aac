/** The link to the first question that is not done. */

import { show } from "../../page/messages.js";
import { outlineOf } from "../../page/outline.js";
import { totalsOf } from "../../report/progress.js";

/**
 * @param {HTMLAnchorElement} root
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const questions = outlineOf(document);
  const links = [...document.querySelectorAll("[data-question] a")];
  const render = () => {
    const { started, next } = totalsOf((...field) => store.get(...field), questions);
    const name = !started ? "carry-on-start" : next === -1 ? "carry-on-done" : "carry-on";
    show(root.querySelector("[data-carry-on]"), name, { number: next + 1 });
    root.href = links[Math.max(next, 0)].href;
  };
  const unsubscribe = store.subscribe(render);
  render();
  return unsubscribe;
}
