/**
 * Members' answers brought together, as counts. Pure.
 *
 * Kept are how many members answered so, and short hashes of the codes that were counted. Who answered is not.
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

/** @type {Counts} */
export const NONE = { ticked: 0, notTicked: 0, unknown: 0 };
export const NAMES = Object.keys(NONE);
const COMPARED = 2; // people: one person's answers are not shown as counts
const FEW = 5; // people: of fewer, a member may be recognised

/**
 * @param {Counts|null} counts
 * @returns {number} people
 */
export const totalOf = (counts) => NAMES.reduce((sum, name) => sum + (counts?.[name] ?? 0), 0);

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
 * @returns {Map<string, Counts>} by statement, of those that at least 1 person answered
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
 * @param {Counts|null} counts
 * @param {Counts|null} more
 * @param {1|-1} [sign]  -1 takes them away, and stops at 0: another tab may have started again
 * @returns {Counts|null} null where nobody is left
 */
export function sum(counts, more, sign = 1) {
  const added = NAMES.map((name) => [name, Math.max(0, (counts?.[name] ?? 0) + sign * (more?.[name] ?? 0))]);
  const result = Object.fromEntries(added);
  return totalOf(result) ? result : null;
}

/**
 * What to write so that an addition is in the counts, or no longer. All statements are written each time: where 2
 * copies of a review meet, the later change stands whole and is not mixed with the earlier one.
 *
 * @param {import("../store/review.js").Get} get
 * @param {Question[]} questions  of the guide
 * @param {Addition} addition
 * @param {1|-1} [sign]  -1 takes it back
 * @returns {import("../store/store.js").Change[]}
 */
export function additionChanges(get, questions, { counts, codes }, sign = 1) {
  const known = get("combined", "", "codes") ?? [];
  const hashes = sign === 1 ? [...known, ...codes].sort() : without(known, codes);
  const statements = questions.flatMap(statementsOf).map(({ id }) => {
    const value = sum(get("combined", id, "counts"), counts.get(id) ?? null, sign);
    return { kind: "combined", id, field: "counts", value };
  });
  return [{ kind: "combined", id: "", field: "codes", value: hashes.length ? hashes : null }, ...statements];
}

/** A list without some hashes, each taken away once: 2 people with the same answers have the same hash. */
function without(list, hashes) {
  const left = [...list];
  for (const hash of hashes) if (left.includes(hash)) left.splice(left.indexOf(hash), 1);
  return left;
}

/**
 * @param {Question} question
 * @param {CountsOf} countsOf
 * @returns {number} how many people answered it: hands may be counted for some of its statements only
 */
export const answeredBy = ({ statements }, countsOf) =>
  Math.max(0, ...statements.map(({ id }) => totalOf(countsOf(id))));
