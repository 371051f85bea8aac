/**
 * What stands out in the members' answers, statement by statement: what a room should hear of first. Pure.
 *
 * There is no score in it: each finding is a statement with its counts. One person's answers are no finding.
 *
 * @typedef {import("./summary.js").SummaryQuestion} SummaryQuestion
 * @typedef {import("./summary.js").SummaryStatement} SummaryStatement
 *
 * @typedef {object} Finding
 * @property {SummaryQuestion} question
 * @property {SummaryStatement} statement
 *
 * @typedef {object} FindingList
 * @property {Finding[]} findings  the strongest first, at most 3; as strong ones in the guide's order
 * @property {number} near  how many more are as strong as the last of them, or nearly
 *
 * @typedef {object} Findings
 * @property {FindingList} disagree  members gave different answers
 * @property {FindingList} unknown   more than half of those who answered do not know
 * @property {FindingList} unticked  nobody ticked it
 */

import { isCompared } from "./counts.js";
import { disagreement } from "./disagreement.js";

const MOST = 3; // in a list: a room can hold 3 things in mind, and talk about them
const NEAR = 0.05; // of a strength: less than 1 answer of 20 makes

/** How strong a finding a statement is; 0 where it is none. */
const STRENGTHS = {
  disagree: ({ counts }) => disagreement(counts),
  unknown: ({ counts, total }) => (counts.unknown > total / 2 ? counts.unknown / total : 0),
  unticked: ({ counts, total }) => (counts.ticked ? 0 : total),
};

/**
 * @param {SummaryQuestion[]} questions  in the guide's order
 * @returns {Findings}
 */
export function findingsOf(questions) {
  const all = questions.flatMap((question) =>
    question.statements
      .filter(({ total }) => isCompared(total))
      .map((statement) => ({ question, statement })),
  );
  const { disagree, unknown, unticked } = STRENGTHS;
  return {
    disagree: strongest(all, disagree),
    unknown: strongest(all, unknown),
    unticked: strongest(all, unticked),
  };
}

/** Sorting is stable: what is as strong stays in the guide's order. */
function strongest(all, strengthOf) {
  const ranked = all
    .map((finding) => ({ finding, strength: strengthOf(finding.statement) }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength);
  const shown = ranked.slice(0, MOST);
  const least = (shown.at(-1)?.strength ?? 0) * (1 - NEAR);
  return {
    findings: shown.map(({ finding }) => finding),
    near: ranked.slice(MOST).filter(({ strength }) => strength >= least).length,
  };
}
