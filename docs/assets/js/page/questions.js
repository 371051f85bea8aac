/**
 * The guide, as the HTML of a page says it.
 *
 * @typedef {object} GuideStatement
 * @property {string} id
 * @property {string} text
 * @property {string|null} askFor  what to ask for as evidence
 *
 * @typedef {object} GuideQuestion
 * @property {string} id
 * @property {number} number  its place in the guide, from 1
 * @property {string} ask     the question itself
 * @property {GuideStatement[]} statements
 */

let guide; // reading it again for each view would take a slow device longer than showing it

/** @returns {GuideQuestion[]}  of a page that holds every question and statement, in the guide's order: it may show another */
export function guideOfPage() {
  guide ??= [...document.querySelectorAll("[data-number]")]
    .map(questionOf)
    .sort((a, b) => a.number - b.number);
  return guide;
}

const questionOf = (section) => ({
  id: section.dataset.question,
  number: Number(section.dataset.number),
  ask: section.querySelector("[data-ask]").textContent,
  statements: [...section.querySelectorAll("[data-statement]")].map((row) => ({
    id: row.dataset.statement,
    text: row.querySelector("[data-text]").textContent,
    askFor: row.querySelector("[data-ask-for]")?.textContent ?? null,
  })),
});
