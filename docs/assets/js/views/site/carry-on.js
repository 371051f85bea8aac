/** The link to the first question that is not done. */

import { show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { totalsOf } from "../../report/progress.js";

/**
 * @param {HTMLAnchorElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = questionsIn(document);
  const links = [...document.querySelectorAll("[data-question] a")];
  const render = () => {
    const { started, next } = totalsOf((...field) => store.get(...field), questions);
    const name = !started ? "carry-on-start" : next === -1 ? "carry-on-done" : "carry-on";
    show(root.querySelector("[data-carry-on]"), name, { number: next + 1 });
    root.href = links[Math.max(next, 0)].href;
  };
  store.subscribe(["answer", "conclusion"], render);
  render();
}
