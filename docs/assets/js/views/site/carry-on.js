/** A way in from home: to start, to carry on where there are answers, and at the end to what comes of them. */

import { runningOrder } from "../../members/disagreement.js";
import { show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { toDiscuss } from "../../room/slides.js";
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
    const ordered = carriesOn === "board" ? discussedOf(questions, store) : questions;
    const open = ordered.filter((question) => !progressOf(get, question).isParked);
    const next = open[resumePlace(get, open)]?.id;
    if (!next) return lead(`end-${carriesOn}`, end);
    const number = questions.findIndex(({ id }) => id === next) + 1;
    lead("carry-on", carriesOn === "mine" ? `${start}#${next}--question` : pageOf(next), { number });
  };
  store.subscribe(["answer", "conclusion", "combined", "device", "review"], render);
  render();
}

/** Those that the room shows, in its order. */
function discussedOf(questions, store) {
  const countsOf = (id) => store.get("combined", id, "counts");
  const ordered = runningOrder(questions, countsOf, store.device("order", store.review));
  const ids = toDiscuss(
    ordered.map(({ id }) => id),
    store.get("review", "", "picked"),
  );
  return ordered.filter(({ id }) => ids.includes(id));
}

const pageOf = (id) => document.querySelector(`[data-question="${CSS.escape(id)}"] a`).getAttribute("href");
