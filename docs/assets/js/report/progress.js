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

const FEW_LEFT = 3; // questions

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
 * How far one is from the finish, which is that every question is marked as done.
 *
 * @param {Get} get
 * @param {Question[]} questions  in the order of the guide
 * @returns {{done: number, count: number, left: Question[], isBegun: boolean, isNear: boolean, isAnswered: boolean}}
 *   `left` are not marked; answered is where each of those has an answer; near is that, or at most 3 left
 */
export function finishOf(get, questions) {
  const all = questions.map((question) => ({ question, ...progressOf(get, question) }));
  const left = all.filter((progress) => !isDone(progress));
  const isBegun = all.some(({ status }) => status !== "not-started");
  const isAnswered = isBegun && left.every(({ status }) => status !== "not-started");
  return {
    done: all.length - left.length,
    count: all.length,
    left: left.map(({ question }) => question),
    isBegun,
    isNear: isAnswered || (isBegun && left.length <= FEW_LEFT),
    isAnswered,
  };
}

/**
 * @param {Get} get
 * @param {Question[]} questions  in the order in which they are gone through
 * @returns {number} the place where one who comes back goes on: of the question begun last, where that is not marked as
 *   done; or of the first that is not; -1 where all are done
 */
export function resumePlace(get, questions) {
  const all = questions.map((question) => progressOf(get, question));
  const last = all.map(({ status }) => status !== "not-started").lastIndexOf(true);
  if (last !== -1 && !isDone(all[last])) return last;
  return all.findIndex((progress) => !isDone(progress));
}

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
