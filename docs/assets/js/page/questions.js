/**
 * The guide's questions, as the HTML of a page says them. Texts stand in attributes: what is shown can be a translation
 * that the browser made, and no answer was given to that.
 *
 * @typedef {object} Statement
 * @property {string} id
 * @property {string} [text]         with `alone` and `askFor`, where the page shows the statement
 * @property {string|null} [alone]   what it says to one member alone, where that differs
 * @property {string|null} [askFor]  what to ask for as evidence
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {number} [number]  its place in the guide, from 1; with `ask`, where all of the guide is read
 * @property {string} [ask]     the question itself
 * @property {Statement[]} statements
 */

let guide; // reading it again for each view would take a slow device longer than showing it

/**
 * @returns {Question[]} of a page that holds every question and statement, with their texts, in the guide's order: the
 *   page may show another
 */
export function guideOfPage() {
  guide ??= [...document.querySelectorAll("section[data-number]")]
    .map(questionOf)
    .sort((a, b) => a.number - b.number);
  return guide;
}

/**
 * @returns {Question[]} every question of the guide, by its id and number; with its statements' ids where the page has them
 */
export function everyQuestion() {
  const { questions } = /** @type {HTMLElement} */ (document.querySelector("[data-questions]")).dataset;
  const known = new Map(questionsIn(document).map(({ id, statements }) => [id, statements]));
  return questions
    .split(" ")
    .map((id, place) => ({ id, number: place + 1, statements: known.get(id) ?? [] }));
}

/**
 * @param {ParentNode} root
 * @param {string} id  of a question
 * @returns {HTMLElement} its section, of a page that holds all of the guide
 */
export const sectionOf = (root, id) => root.querySelector(`[data-number][data-question="${CSS.escape(id)}"]`);

const questionOf = (section) => ({
  id: section.dataset.question,
  number: Number(section.dataset.number),
  ask: section.dataset.ask,
  statements: [...section.querySelectorAll("[data-statement]")].map((row) => ({
    id: row.dataset.statement,
    text: row.dataset.text,
    alone: row.dataset.alone ?? null,
    askFor: row.dataset.askFor ?? null,
  })),
});

/**
 * @param {ParentNode} root
 * @returns {Question[]} the ids of those that it knows of, in the order of the page, each question once
 */
export function questionsIn(root) {
  const elements = [...root.querySelectorAll("[data-question][data-statements]")];
  const found = new Map(elements.map(({ dataset }) => [dataset.question, dataset.statements.split(" ")]));
  return [...found].map(([id, statements]) => ({ id, statements: statements.map((one) => ({ id: one })) }));
}
