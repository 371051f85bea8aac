/** The finish: how many questions one has marked as answered, a link to each that is not, and a button to mark those. */

import { markOnClick } from "../../page/mark-all.js";
import { show } from "../../page/messages.js";
import { linkQuestions } from "../../page/question-links.js";
import { everyQuestion } from "../../page/questions.js";
import { finishOf } from "../../report/progress.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = everyQuestion();
  const finish = () => finishOf((...field) => store.get(...field), questions);
  let waiting = 0;

  const render = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (store.whose !== "mine") return;
    const found = finish();
    renderFinish(root, found);
    if (found.left.length) endUndo();
  };
  // Of every answer, and so in a task of its own: a tick is shown first.
  const soon = () => (waiting ||= setTimeout(render));
  const endUndo = markOnClick(root, store, () => finish().left, render);
  store.subscribe(["answer", "conclusion"], soon);
  render();
}

function renderFinish(root, { done, count, left, isBegun }) {
  root.querySelector("[data-before]").hidden = isBegun;
  root.querySelector("[data-begun]").hidden = !isBegun;
  root.querySelector("[data-left]").hidden = !left.length;
  show(root.querySelector("[data-totals]"), "finish-totals", { done, count });
  linkQuestions(root.querySelector("[data-page]"), left);
}
