/** Links to questions of the whole checklist, by their numbers. */

import { message } from "./messages.js";

/**
 * Shows a link for each question. They stay where they are while it is the same ones: a link may have the focus.
 *
 * @param {HTMLElement} list  `data-page` is the address of the whole checklist
 * @param {import("./questions.js").Question[]} questions  with their numbers
 */
export function linkQuestions(list, questions) {
  const numbers = questions.map(({ number }) => number).join(" ");
  if (list.dataset.numbers === numbers) return;
  list.dataset.numbers = numbers;
  list.replaceChildren(...questions.map((question) => linkTo(question, list.dataset.page)));
}

/** @param {import("./questions.js").Question} question */
function linkTo({ id, number }, page) {
  const item = message("question-link", { number });
  item.querySelector("a").href = `${page}#${id}--question`;
  return item;
}
