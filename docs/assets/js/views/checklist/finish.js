/** The finish: how many questions one has marked as answered, a link to each that is not, and a button to mark those. */

import { linkQuestions } from "../../page/question-links.js";
import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { everyQuestion } from "../../page/questions.js";
import { finishOf } from "../../report/progress.js";
import { DONE } from "../../store/review.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = everyQuestion();
  let waiting = 0;
  let undo = null;

  const render = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (store.whose !== "mine") return;
    const finish = finishOf((...field) => store.get(...field), questions);
    renderFinish(root, finish);
    if (undo && finish.left.length) undo = endUndo(root);
  };
  // Of every answer, and so in a task of its own: a tick is shown first.
  const soon = () => (waiting ||= setTimeout(render));
  const mark = async () => {
    const { left } = finishOf((...field) => store.get(...field), questions);
    undo = store.setUndoably(left.flatMap(({ id }) => marked(id)));
    render();
    sayMarked(root, left.length);
  };
  const unmark = async () => {
    await undo();
    undo = endUndo(root);
    render();
    root.querySelector("[data-act=mark]").focus();
  };
  onClick(root, { mark, unmark });
  store.subscribe(["answer", "conclusion"], soon);
  render();
}

/** That a question was answered, in the words that were shown. */
function marked(id) {
  const { ask } = document.querySelector(`[data-question="${CSS.escape(id)}"][data-ask]`).dataset;
  return [
    { kind: "conclusion", id, field: "state", value: DONE.mine },
    { kind: "conclusion", id, field: "wording", value: ask },
  ];
}

function sayMarked(root, count) {
  const said = root.querySelector("[role=status]");
  show(said, "marked", { count });
  said.querySelector("button").focus(); // the one that had it is gone
}

function endUndo(root) {
  root.querySelector("[role=status]").replaceChildren();
  return null;
}

function renderFinish(root, { done, count, left, isBegun }) {
  root.querySelector("[data-before]").hidden = isBegun;
  root.querySelector("[data-begun]").hidden = !isBegun;
  root.querySelector("[data-left]").hidden = !left.length;
  show(root.querySelector("[data-totals]"), "finish-totals", { done, count });
  linkQuestions(root.querySelector("[data-page]"), left);
}
