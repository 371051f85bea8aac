/** Where the review has got to, question by question, and in all where there is a place for it. */

import { show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { progressOf, totalsOf } from "../../report/progress.js";

/**
 * @param {HTMLElement} root  holds an element for each question with a place for its status
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = questionsIn(root);
  const get = (...field) => store.get(...field);
  const render = () => {
    for (const question of questions) {
      const find = (name) => root.querySelector(`[${name}="${CSS.escape(question.id)}"]`);
      renderQuestion(find("data-question"), find("data-segment"), progressOf(get, question));
    }
    renderTotals(root, totalsOf(get, questions), store.whose);
  };
  store.subscribe(["answer", "conclusion"], render);
  render();
}

function renderQuestion(element, segment, progress) {
  const status = progress.isParked ? "parked" : progress.status;
  for (const marked of segment ? [element, segment] : [element]) marked.dataset.progress = status;
  show(element.querySelector("[data-status]"), `status-${status}`);
  const counts = element.querySelector("[data-counts]");
  if (!counts) return;
  if (progress.ticked + progress.unknown) show(counts, "counts", progress);
  else counts.replaceChildren();
}

function renderTotals(root, totals, whose) {
  const summary = root.querySelector("[data-summary]");
  if (!summary) return;
  show(summary, `summary-${whose}`, totals);
}
