/** Opens the whole checklist where one who comes back goes on: at the first question that is not answered. */

import { questionsIn } from "../../page/questions.js";
import { finishOf, resumePlace } from "../../report/progress.js";

/**
 * @param {HTMLElement} root  holds a heading for each question
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const questions = questionsIn(root);
  const get = (...field) => store.get(...field);
  if (!isOpenedAnew() || !finishOf(get, questions).isBegun) return;
  const place = resumePlace(get, questions);
  const id = place === -1 ? "answer-code--heading" : `${questions[place].id}--question`;
  if (place !== 0) goTo(document.getElementById(id));
}

/** Not where the browser goes back to a place by itself, the link names one, or the person is somewhere already. */
function isOpenedAnew() {
  const [entry] = performance.getEntriesByType("navigation");
  const { type } = /** @type {PerformanceNavigationTiming} */ (entry);
  const isUntouched = document.activeElement === document.body && scrollY === 0;
  return type === "navigate" && !location.hash && isUntouched;
}

function goTo(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}
