/**
 * What changed between two reviews. Pure.
 *
 * No tick may mean "not true" or "not looked at". So a side knows a statement when it has an answer to it, or when
 * its question is done there, and only what both sides know is compared. Exchange the two, and gained and lost
 * change places.
 *
 * @typedef {import("../store/review.js").Reader} Reader
 *
 * @typedef {object} Comparison  of statements, questions and actions, by id; the guide's order, then the ids' own
 * @property {string[]} gained        ticked now, and not before
 * @property {string[]} lost          ticked before, and not now
 * @property {{id: string, answer: true|null}[]} resolved  "we do not know" before; now ticked, or left without a tick
 * @property {string[]} newlyUnknown  "we do not know" now, and not before
 * @property {string[]} onlyEarlier   statements that only the earlier review answered
 * @property {string[]} onlyLater     statements answered for the first time
 * @property {string[]} reworded      statements answered both times, to different words
 * @property {{question: string, before: string|null, after: string|null}[]} conclusions  those that changed
 * @property {string[]} actionsDone   done since
 * @property {string[]} actionsOpen   promised in the earlier review, and still to do, also where the later forgets them
 * @property {string[]} actionsNew    promised since
 */

import { isReworded, wordingOf } from "../store/review.js";

/**
 * @param {Reader} earlier
 * @param {Reader} later
 * @param {import("../page/questions.js").Question[]} questions  of the guide
 * @returns {Comparison}
 */
export function compare(earlier, later, questions) {
  return {
    ...compareAnswers(earlier, later, questions),
    conclusions: compareConclusions(earlier, later, questions),
    ...compareActions(earlier, later),
  };
}

function compareAnswers(earlier, later, questions) {
  const all = statementsOf([earlier, later], questions).map((statement) => ({
    ...statement,
    before: answerIn(earlier, statement),
    after: answerIn(later, statement),
  }));
  const both = all.filter(({ before, after }) => before.isKnown && after.isKnown);
  const idsOf = (statements, isMeant) => statements.filter(isMeant).map(({ id }) => id);
  const became = (answer) =>
    idsOf(both, ({ before, after }) => before.answer !== answer && after.answer === answer);
  const ceased = (answer) =>
    both.filter(({ before, after }) => before.answer === answer && after.answer !== answer);
  return {
    gained: became(true),
    lost: ceased(true).map(({ id }) => id),
    resolved: ceased("unknown").map(({ id, after }) => ({ id, answer: after.answer })),
    newlyUnknown: became("unknown"),
    onlyEarlier: idsOf(all, ({ before, after }) => before.answer !== null && !after.isKnown),
    onlyLater: idsOf(all, ({ before, after }) => !before.isKnown && after.answer !== null),
    reworded: idsOf(all, ({ before, after }) => wasReworded(before, after)),
  };
}

/** The guide's statements, then those that only a review still has. */
function statementsOf(sides, questions) {
  const inGuide = questions.flatMap(({ id: question, statements }) =>
    statements.map((statement) => ({ ...statement, question })),
  );
  const known = new Set(inGuide.map(({ id }) => id));
  const others = idsIn(sides, "answer").filter((id) => !known.has(id));
  return [...inGuide, ...others.map((id) => ({ id, question: null }))];
}

const idsIn = (sides, kind) => [...new Set(sides.flatMap(({ ids }) => ids(kind)))].sort();

function answerIn({ get }, { id, question, ...statement }) {
  const answer = get("answer", id, "answer");
  const isDone = question !== null && get("conclusion", question, "state") !== null;
  const wording = get("answer", id, "wording");
  const own = wordingOf(statement, get("review", "", "whose") ?? "mine");
  // One member and the board read other words in the same statement: that is no change.
  const isToday = wording !== null && own !== undefined && !isReworded(wording, own);
  return { answer, isKnown: answer !== null || isDone, wording: isToday ? statement.text : wording };
}

const wasReworded = (before, after) =>
  before.wording !== null && after.wording !== null && isReworded(before.wording, after.wording);

function compareConclusions(earlier, later, questions) {
  const guideIds = questions.map(({ id }) => id);
  const others = idsIn([earlier, later], "conclusion").filter((id) => !guideIds.includes(id));
  const textIn = ({ get }, id) => get("conclusion", id, "text")?.trim() || null;
  const all = [...guideIds, ...others].map((question) => ({
    question,
    before: textIn(earlier, question),
    after: textIn(later, question),
  }));
  return all.filter(({ before, after }) => before !== after);
}

function compareActions(earlier, later) {
  const ids = idsIn([earlier, later], "action");
  const isIn = ({ get }, id) => ["what", "owner", "dueOn"].some((field) => get("action", id, field));
  const isDone = ({ get }, id) => get("action", id, "done") === true;
  const wasPromised = (id) => isIn(earlier, id) && !isDone(earlier, id);
  return {
    actionsDone: ids.filter((id) => isIn(later, id) && isDone(later, id) && !isDone(earlier, id)),
    actionsOpen: ids.filter((id) => wasPromised(id) && !isDone(later, id)),
    actionsNew: ids.filter((id) => !isIn(earlier, id) && isIn(later, id)),
  };
}
