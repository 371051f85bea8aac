/**
 * The members' answers as a spreadsheet opens them, and as plain text. Pure.
 *
 * @typedef {object} SpreadLabels  the words of the files
 * @property {string} spreadTitle
 * @property {string} people  stands before how many
 * @property {string} number @property {string} question @property {string} statement
 * @property {string} ticked @property {string} unknown @property {string} notTicked @property {string} answeredBy
 */

import { csvOf } from "./csv.js";
import { countsText } from "./text.js";

const ANSWERS = ["ticked", "notTicked", "unknown"];

/**
 * @param {import("../members/summary.js").Spread} spread
 * @param {SpreadLabels} labels
 * @returns {string} a row for each statement
 */
export function spreadToCsv({ questions }, labels) {
  const headings = ["number", "question", "statement", ...ANSWERS, "answeredBy"].map((name) => labels[name]);
  const rows = questions.flatMap(({ number, ask, statements }) =>
    statements.map(({ text, counts, total }) => [
      number,
      ask,
      text,
      ...ANSWERS.map((name) => counts[name]),
      total,
    ]),
  );
  return csvOf([headings, ...rows]);
}

/**
 * @param {import("../members/summary.js").Spread} spread
 * @param {SpreadLabels} labels
 * @returns {string} lines ended by line feeds, paragraphs parted by one empty line
 */
export function spreadToText({ people, questions }, labels) {
  const head = `${labels.spreadTitle}\n${labels.people}: ${people}`;
  const paragraphs = questions.map(({ number, ask, answered, statements }) => {
    const lines = statements.flatMap(({ text, counts }) => [text, `    ${countsText(counts, labels)}`]);
    return [`${number}. ${ask}`, `${labels.answeredBy}: ${answered}`, ...lines].join("\n");
  });
  return `${[head, ...paragraphs].join("\n\n")}\n`;
}
