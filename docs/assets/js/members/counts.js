/**
 * Members' answers brought together: counts, who disagrees how much, and the order that follows. Pure.
 *
 * What is kept is how many answered so, and short hashes of the codes that were counted. Whoever answered is not.
 *
 * @typedef {import("../store/record.js").Counts} Counts
 * @typedef {(statement: string) => Counts|null} CountsOf  the counts of a statement, by its id
 * @typedef {{id: string, statements: {id: string}[]}} Question
 *
 * @typedef {object} AnswerSet  what one person answered
 * @property {Map<string, true|"unknown">} answers  by statement
 * @property {Set<string>} answered  questions that the person marked as answered
 * @property {Set<string>} [asked]   statements that the person could see, where it was not all of the guide's
 *
 * @typedef {object} Addition  what goes into the counts at one time, and can be taken back
 * @property {Map<string, Counts>} counts  by statement
 * @property {string[]} codes  hashes, one for each person
 *
 * @typedef {object} RunningOrder  as the device keeps it for a review
 * @property {"guide"|"disagreement"|"own"} by
 * @property {string[]} [ids]  questions, where the order is one's own
 */

/** @type {Counts} */
export const NONE = { ticked: 0, notTicked: 0, unknown: 0 };
const NAMES = Object.keys(NONE);
/** How many questions to talk about first: an away-day has time for about 3. */
const FIRST = 3;
const COMPARED = 2; // people: one person's answers are not shown as counts
const FEW = 5; // people: of fewer, somebody may be recognised
const EXACT = 1e9; // means are compared to 9 places: sums in another order differ in the last ones

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
 * @returns {Map<string, Counts>} by statement, of those that somebody answered
 */
export function tally(sets, questions) {
  const counts = new Map();
  for (const { answers, answered, asked } of sets) {
    for (const { id } of questions.filter((question) => answered.has(question.id)).flatMap(statementsOf)) {
      if (asked && !asked.has(id)) continue;
      if (!counts.has(id)) counts.set(id, { ...NONE });
      counts.get(id)[nameOf(answers.get(id))] += 1;
    }
  }
  return counts;
}

const statementsOf = ({ statements }) => statements;
const nameOf = (answer) => (answer === true ? "ticked" : answer === "unknown" ? "unknown" : "notTicked");

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
 * @param {import("../report/progress.js").Get} get
 * @param {Question[]} questions  of the guide
 * @param {Addition} addition
 * @param {1|-1} [sign]  -1 takes it back
 * @returns {import("../store/store.js").Change[]}
 */
export function changesOf(get, questions, { counts, codes }, sign = 1) {
  const known = get("combined", "", "codes") ?? [];
  const hashes = sign === 1 ? [...known, ...codes].sort() : without(known, codes);
  const statements = questions.flatMap(statementsOf).map(({ id }) => {
    const value = sum(get("combined", id, "counts"), counts.get(id) ?? null, sign);
    return { kind: "combined", id, field: "counts", value };
  });
  return [{ kind: "combined", id: "", field: "codes", value: hashes.length ? hashes : null }, ...statements];
}

/** A list without others, each taken away once: 2 people with the same answers have the same hash. */
function without(list, others) {
  const left = [...list];
  for (const other of others) if (left.includes(other)) left.splice(left.indexOf(other), 1);
  return left;
}

/**
 * @param {string} code  with its fingerprint, as `read` of answer-code.js gives it
 * @returns {string} 6 hexadecimal digits, the same for the same code: FNV-1a, folded to 24 bits
 *   (http://www.isthe.com/chongo/tech/comp/fnv/). It is short on purpose: many codes share it, so that it does not lead
 *   back to one person's answers, and of 30 different codes 2 agree once in 38,000 times, which is only asked about.
 *   crypto.subtle is missing where a site is served without HTTPS, and a code must have 1 hash everywhere.
 */
export function hashOf(code) {
  let hash = 0x811c9dc5;
  for (const character of code) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, "0");
}

/**
 * @param {Counts|null} counts
 * @returns {number} the share, from 0 to 1, of pairs of people who gave different answers; 0 for fewer than 2 people
 */
export function disagreement(counts) {
  const pairs = (people) => (people * (people - 1)) / 2;
  const all = pairs(totalOf(counts));
  const alike = NAMES.reduce((total, name) => total + pairs(counts?.[name] ?? 0), 0);
  return all ? 1 - alike / all : 0;
}

/** The mean over a question's statements, of those that at least 2 people answered. */
function disagreementAbout({ statements }, countsOf) {
  const compared = statements.map(({ id }) => countsOf(id)).filter((counts) => totalOf(counts) > 1);
  const total = compared.reduce((sum, counts) => sum + disagreement(counts), 0);
  return Math.round((EXACT * total) / (compared.length || 1));
}

/**
 * @template {Question} T
 * @param {T[]} questions  in the guide's order
 * @param {CountsOf} countsOf
 * @param {RunningOrder|null} order  null: by disagreement, which is the guide's order as long as there are no counts
 * @returns {T[]} ties, and questions that an own order does not name, in the guide's order
 */
export function runningOrder(questions, countsOf, order) {
  if (order?.by === "guide") return [...questions];
  const ids = order?.by === "own" && Array.isArray(order.ids) ? order.ids : null;
  const placeOf = ({ id }) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const rank = ids ? placeOf : (question) => -disagreementAbout(question, countsOf);
  const ranked = questions.map((question) => ({ question, place: rank(question) }));
  return ranked.sort((a, b) => a.place - b.place).map(({ question }) => question);
}

/**
 * @template {Question} T
 * @param {T[]} questions  in the guide's order
 * @param {CountsOf} countsOf
 * @returns {T[]} the 3 with most disagreement, or as many as have any
 */
export function firstToDiscuss(questions, countsOf) {
  const disputed = questions.filter((question) => disagreementAbout(question, countsOf) > 0);
  return runningOrder(disputed, countsOf, null).slice(0, FIRST);
}

/**
 * @param {Question} question
 * @param {CountsOf} countsOf
 * @returns {number} how many people answered it: hands may be counted for some of its statements only
 */
export const answeredBy = ({ statements }, countsOf) =>
  Math.max(0, ...statements.map(({ id }) => totalOf(countsOf(id))));
