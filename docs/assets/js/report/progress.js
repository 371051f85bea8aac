/**
 * Counts. Pure: no document, no database. There is no score here, and none can be made from it
 * by accident: counts are given beside what they count.
 *
 * @typedef {import("../page/questions.js").Question} Question
 * @typedef {import("../store/review.js").Get} Get
 *
 * @typedef {object} QuestionProgress
 * @property {"not-started"|"in-progress"|"answered"|"discussed"} status
 * @property {number} ticked
 * @property {number} unknown  statements marked "we do not know"
 * @property {boolean} isParked  for later, whatever its status
 */

/**
 * @param {"answered"|"discussed"|null} state  that the question is done
 * @param {{ticked: number, unknown: number}} counts
 * @returns {QuestionProgress["status"]}
 */
export const statusOf = (state, { ticked, unknown }) =>
  state ?? (ticked + unknown ? "in-progress" : "not-started");

/**
 * @param {Get} get
 * @param {Question} question
 * @returns {QuestionProgress}
 */
export function progressOf(get, { id, statements }) {
  const answers = statements.map((statement) => get("answer", statement.id, "answer"));
  const ticked = answers.filter((answer) => answer === true).length;
  const unknown = answers.filter((answer) => answer === "unknown").length;
  const status = statusOf(get("conclusion", id, "state"), { ticked, unknown });
  return { status, ticked, unknown, isParked: get("conclusion", id, "parked") === true };
}

/** @param {QuestionProgress} progress */
export const isDone = ({ status }) => status === "answered" || status === "discussed";

/**
 * @param {Get} get
 * @param {Question[]} questions  in the order of the guide
 * @returns {{count: number, done: number, ticked: number, unknown: number}}
 */
export function totalsOf(get, questions) {
  const all = questions.map((question) => progressOf(get, question));
  const sum = (field) => all.reduce((total, progress) => total + progress[field], 0);
  return {
    count: all.length,
    done: all.filter(isDone).length,
    ticked: sum("ticked"),
    unknown: sum("unknown"),
  };
}

/**
 * @param {Get} get
 * @param {Question[]} questions  in the order in which they are gone through
 * @returns {{isBegun: boolean, next: string|null}} whether there is anything to carry on with, and the question to carry
 *   on with: one that is begun before one that is not; null where all are done or parked
 */
export function placeIn(get, questions) {
  const all = questions.map((question) => ({ id: question.id, ...progressOf(get, question) }));
  const first = (wanted) => all.find(({ status, isParked }) => status === wanted && !isParked)?.id;
  return {
    isBegun: all.some(({ status, isParked }) => status !== "not-started" || isParked),
    next: first("in-progress") ?? first("not-started") ?? null,
  };
}
