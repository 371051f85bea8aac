/** The finish: how many questions one has marked as answered, a link to each that is not, and a button to mark those. */

import { linkQuestions, markOnClick } from "../../page/left-questions.js";
import { show } from "../../page/messages.js";
import { everyQuestion } from "../../page/questions.js";
import { deferring } from "../../page/scheduling.js";
import { finishOf } from "../../report/progress.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = everyQuestion();
  const finish = () => finishOf((...field) => store.get(...field), questions);

  const { now, soon } = deferring(() => {
    if (store.whose !== "mine") return;
    const found = finish();
    renderFinish(root, found);
    if (found.left.length) endUndo();
  }, setTimeout);
  const endUndo = markOnClick(root, store, () => finish().left, now);
  store.subscribe(["answer", "conclusion"], soon);
  now();
}

function renderFinish(root, { done, count, left, isBegun }) {
  root.querySelector("[data-before]").hidden = isBegun;
  root.querySelector("[data-begun]").hidden = !isBegun;
  root.querySelector("[data-left]").hidden = !left.length;
  show(root.querySelector("[data-totals]"), "finish-totals", { done, count });
  linkQuestions(root.querySelector("[data-page]"), left);
}
