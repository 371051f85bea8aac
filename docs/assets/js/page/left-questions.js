/**
 * The questions that are left before the finish: a link to each in the whole checklist, one button that marks them as
 * answered, and one that takes that back.
 */

import { DONE } from "../store/review.js";
import { message, show } from "./messages.js";
import { onClick } from "./on-click.js";

const STAY = { preventScroll: true }; // both buttons stand where the person has just been

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

/**
 * @param {HTMLElement} root  holds a button `mark`, and a place `data-marked` to say what was done
 * @param {import("../store/store.js").Store} store  shows one's own answers
 * @param {() => import("./questions.js").Question[]} left  those that are not marked; their words stand in the page
 * @param {() => void} render  shows what the store holds
 * @returns {() => void} ends the offer to take it back
 */
export function markOnClick(root, store, left, render) {
  const said = root.querySelector("[data-marked]");
  let undo = null;
  const end = () => {
    if (undo) said.replaceChildren();
    undo = null;
  };
  const mark = () => {
    const questions = left();
    undo = store.setUndoably(questions.flatMap(({ id }) => marked(id)));
    render();
    show(said, "marked", { count: questions.length });
    said.querySelector("button").focus(STAY); // the one that had it is gone
  };
  const unmark = async () => {
    await undo?.();
    end();
    render();
    root.querySelector("[data-act=mark]").focus(STAY);
  };
  onClick(root, { mark, unmark });
  return end;
}

/** That a question was answered, in the words that were shown. */
function marked(id) {
  const { ask } = questionElement(id).dataset;
  return [
    { kind: "conclusion", id, field: "state", value: DONE.mine },
    { kind: "conclusion", id, field: "wording", value: ask },
  ];
}

/** @returns {HTMLElement} where the words of a question stand, or null */
const questionElement = (id) => document.querySelector(`[data-question="${CSS.escape(id)}"][data-ask]`);

/**
 * @param {import("./questions.js").Question[]} questions
 * @returns {boolean} whether the page holds the words of each
 */
export const canMark = (questions) => questions.every(({ id }) => questionElement(id));
