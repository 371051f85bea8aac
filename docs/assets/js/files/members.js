/**
 * The members' answers as a spreadsheet opens them, and as plain text. Pure.
 *
 * @typedef {object} SummaryLabels  the words of the files
 * @property {string} summaryTitle
 * @property {string} people  stands before how many
 * @property {string} number @property {string} question @property {string} statement
 * @property {string} ticked @property {string} unknown @property {string} notTicked @property {string} answeredBy
 */

import { csvOf } from "./csv.js";
import { countsText } from "./text.js";

const ANSWERS = ["ticked", "unknown", "notTicked"];

/**
 * @param {import("../members/summary.js").Summary} summary
 * @param {SummaryLabels} labels
 * @returns {string} a row for each statement
 */
export function summaryToCsv({ questions }, labels) {
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
 * @param {import("../members/summary.js").Summary} summary
 * @param {SummaryLabels} labels
 * @returns {string} lines ended by line feeds, paragraphs parted by one empty line
 */
export function summaryToText({ people, questions }, labels) {
  const head = `${labels.summaryTitle}\n${labels.people}: ${people}`;
  const paragraphs = questions.map(({ number, ask, answered, statements }) => {
    const lines = statements.flatMap(({ text, counts }) => [text, `    ${countsText(counts, labels)}`]);
    return [`${number}. ${ask}`, `${labels.answeredBy}: ${answered}`, ...lines].join("\n");
  });
  return `${[head, ...paragraphs].join("\n\n")}\n`;
}
