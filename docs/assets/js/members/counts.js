/**
 * Members' answers brought together, as counts. Pure.
 *
 * What is kept is how many answered so, and short hashes of the codes that were counted. Whoever answered is not.
 *
 * @typedef {import("../store/record.js").Counts} Counts
 * @typedef {(statement: string) => Counts|null} CountsOf  the counts of a statement, by its id
 * @typedef {import("../page/questions.js").Question} Question
 *
 * @typedef {object} AnswerSet  what one person answered
 * @property {Map<string, true|"unknown">} answers  by statement
 * @property {Set<string>} answered  questions that the person marked as answered
 * @property {Set<string>} [asked]   statements that the person could see, where it was not all of the guide's
 *
 * @typedef {object} Addition  what goes into the counts at one time, and can be taken back
 * @property {Map<string, Counts>} counts  by statement
 * @property {string[]} codes  hashes, one for each person
 */

import { NONE, totalOf } from "../store/additive.js";

const COMPARED = 2; // people: one person's answers are not shown as counts
const FEW = 5; // people: of fewer, somebody may be recognised

/** @param {number} people */
export const isCompared = (people) => people >= COMPARED;

/** @param {number} people */
export const isFew = (people) => isCompared(people) && people < FEW;

/**
 * Counts people's answers. A question that a person did not mark as answered stays out: no tick there may mean that
 * nobody looked.
 *
 * @param {AnswerSet[]} sets  one for each person
 * @param {Question[]} questions  of the guide
 * @returns {Map<string, Counts>} by statement, of those that somebody answered
 */
export function tally(sets, questions) {
  const counts = new Map();
  for (const { answers, answered, asked } of sets) {
    for (const { id } of questions.filter((question) => answered.has(question.id)).flatMap(statementsOf)) {
      if (asked && !asked.has(id)) continue;
      if (!counts.has(id)) counts.set(id, { ...NONE });
      counts.get(id)[countName(answers.get(id))] += 1;
    }
  }
  return counts;
}

const statementsOf = ({ statements }) => statements;
const countName = (answer) => (answer === true ? "ticked" : answer === "unknown" ? "unknown" : "notTicked");

/**
 * What to write so that an addition is in the counts, or no longer.
 *
 * @param {Addition} addition
 * @param {1|-1} [sign]  -1 takes it back
 * @returns {import("../store/store.js").Change[]}
 */
export function additionChanges({ counts, codes }, sign = 1) {
  const statements = [...counts].map(([id, more]) => ({ kind: "combined", id, field: "counts", more, sign }));
  return [{ kind: "combined", id: "", field: "codes", more: codes, sign }, ...statements];
}

/**
 * @param {Question} question
 * @param {CountsOf} countsOf
 * @returns {number} how many people answered it: hands may be counted for some of its statements only
 */
export const answeredBy = ({ statements }, countsOf) =>
  Math.max(0, ...statements.map(({ id }) => totalOf(countsOf(id))));
