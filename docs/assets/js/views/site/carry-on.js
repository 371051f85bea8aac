/** A way in from home: to start, to carry on where there are answers, and at the end to what comes of them. */

import { runningOrder } from "../../members/disagreement.js";
import { show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { finishOf, progressOf, resumePlace } from "../../report/progress.js";

/**
 * @param {HTMLAnchorElement} root  `data-carries-on` says with whose answers, and `data-end` where it leads once all is
 *   answered
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const { carriesOn, end } = root.dataset;
  const start = root.getAttribute("href");
  const questions = questionsIn(document);
  const get = (...field) => store.get(...field);
  const lead = (name, href, values) => {
    show(root.querySelector("[data-carry-on]"), name, values);
    root.href = href;
  };
  const render = () => {
    if (store.whose !== carriesOn || !finishOf(get, questions).isBegun)
      return lead(`start-${carriesOn}`, start);
    const ordered = carriesOn === "board" ? inOrder(questions, store) : questions;
    const open = ordered.filter((question) => !progressOf(get, question).isParked);
    const next = open[resumePlace(get, open)]?.id;
    if (!next) return lead(`end-${carriesOn}`, end);
    const number = questions.findIndex(({ id }) => id === next) + 1;
    lead("carry-on", carriesOn === "mine" ? `${start}#${next}--question` : pageOf(next), { number });
  };
  store.subscribe(["answer", "conclusion", "combined", "device"], render);
  render();
}

/** As the room goes through them. */
function inOrder(questions, store) {
  const countsOf = (id) => store.get("combined", id, "counts");
  return runningOrder(questions, countsOf, store.device("order", store.review));
}

const pageOf = (id) => document.querySelector(`[data-question="${CSS.escape(id)}"] a`).getAttribute("href");
