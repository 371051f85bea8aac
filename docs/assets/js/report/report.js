/**
 * The one description of a review as a person reads it: on its page, in a spreadsheet, as text. Pure.
 *
 * @typedef {import("../page/questions.js").Question} Question
 * @typedef {import("../store/review.js").Reader} Reader
 *
 * @typedef {object} ReportStatement
 * @property {string} id
 * @property {string} text
 * @property {string|null} askFor
 * @property {true|"unknown"|null} answer
 * @property {string|null} evidence
 * @property {string|null} wording   the text as it was answered
 * @property {boolean} isReworded    whether that was another text than today's
 * @property {import("../store/record.js").Counts|null} members  how members answered, where at least 2 did
 *
 * @typedef {object} ReportQuestion
 * @property {string} id
 * @property {number} number
 * @property {string} ask
 * @property {"answered"|"discussed"|null} state
 * @property {import("./progress.js").QuestionProgress["status"]} status
 * @property {string|null} conclusion
 * @property {boolean} parked
 * @property {boolean} isTouched  whether it was answered, done or written about, if only in part
 * @property {string|null} wording
 * @property {boolean} isReworded
 * @property {{ticked: number, notTicked: number|null, unknown: number}} counts  `notTicked` is null until the
 *   question is done: no tick may mean that nobody looked
 * @property {ReportStatement[]} statements
 *
 * @typedef {object} ReportAction
 * @property {string} id
 * @property {string|null} question  an id, and with the next 2 null where there is none or the guide has it no longer
 * @property {number|null} number
 * @property {string|null} ask
 * @property {string|null} what
 * @property {string|null} owner
 * @property {string|null} dueOn     a day such as "2026-11-22"
 * @property {boolean} isDone
 * @property {boolean} isOverdue
 * @property {boolean} isOrphan      whether its question is no longer in the guide
 *
 * @typedef {object} Report
 * @property {import("../store/record.js").Whose} whose
 * @property {string|null} name
 * @property {string|null} organisation
 * @property {string|null} present        job titles, as they were typed
 * @property {string|null} aim
 * @property {string|null} heldOn         a day
 * @property {string|null} edition
 * @property {string|null} reviewAgainOn  a day
 * @property {ReportQuestion[]} questions  of the guide, all of them
 * @property {ReportAction[]} actions      all of them: by date, those without one last
 * @property {ReportQuestion[]} parked
 * @property {ReportQuestion[]} left       neither touched nor parked
 * @property {boolean} isEmpty     whether nothing at all was written
 * @property {(ReportStatement & {question: string, number: number})[]} reworded
 * @property {{answers: {id: string, answer: true|"unknown"|null, evidence: string|null, wording: string|null}[],
 *   conclusions: {id: string, conclusion: string|null, wording: string|null, state: string|null, parked: boolean}[],
 *   actions: ReportAction[]}} orphans  what the guide no longer has a place for
 */

import { isCompared } from "../members/counts.js";
import { statusOf } from "./progress.js";
import { totalOf } from "../store/additive.js";
import { isReworded, wordingOf } from "../store/review.js";

/**
 * @param {Reader} review
 * @param {Question[]} guide  in its order
 * @param {string} today  a day such as "2026-11-22"
 * @returns {Report}
 */
export function reportOf({ get, ids }, guide, today) {
  const field = (name) => get("review", "", name);
  const whose = field("whose") ?? "mine";
  const questions = guide.map((question) => reportQuestion(get, question, whose));
  const actions = reportActions({ get, ids }, guide, today);
  return {
    whose,
    name: field("name"),
    organisation: field("organisation"),
    present: field("present"),
    aim: field("aim"),
    heldOn: field("heldOn"),
    edition: field("edition"),
    reviewAgainOn: field("reviewAgainOn"),
    questions,
    actions,
    parked: questions.filter(({ parked }) => parked),
    left: questions.filter(({ isTouched, parked }) => !isTouched && !parked),
    isEmpty: isEmpty({ get, ids }),
    reworded: questions.flatMap(rewordedIn),
    orphans: { ...orphansOf({ get, ids }, guide), actions: actions.filter(({ isOrphan }) => isOrphan) },
  };
}

const HEAD = ["name", "organisation", "present", "aim", "heldOn", "reviewAgainOn"];
const WORK = ["answer", "conclusion", "action", "combined", "set-aside"];

const isEmpty = ({ get, ids }) =>
  HEAD.every((name) => !get("review", "", name)) && WORK.every((kind) => !ids(kind).length);

/**
 * @param {import("../store/review.js").Get} get
 * @param {Question} question
 * @param {import("../store/record.js").Whose} whose
 * @returns {ReportQuestion}
 */
function reportQuestion(get, { id, number, ask, statements }, whose) {
  const all = statements.map((statement) => reportStatement(get, statement, whose));
  const conclusion = conclusionOf(get, id);
  const changed = conclusion.wording !== null && isReworded(conclusion.wording, ask);
  const counts = countsOf(all, conclusion.state !== null);
  const status = statusOf(conclusion.state, counts);
  const isTouched =
    status !== "not-started" ||
    Boolean(conclusion.conclusion?.trim()) ||
    all.some(({ evidence }) => evidence?.trim());
  return { ...conclusion, id, number, ask, status, isTouched, isReworded: changed, counts, statements: all };
}

/**
 * @param {import("../store/review.js").Get} get
 * @param {import("../page/questions.js").Statement} statement
 * @param {import("../store/record.js").Whose} whose
 * @returns {ReportStatement}
 */
function reportStatement(get, { id, askFor, ...statement }, whose) {
  const text = wordingOf(statement, whose);
  const { answer, evidence, wording } = answerOf(get, id);
  const isAnswered = answer !== null || Boolean(evidence);
  const changed = isAnswered && wording !== null && isReworded(wording, text);
  return { id, text, askFor, answer, evidence, wording, isReworded: changed, members: membersOf(get, id) };
}

function membersOf(get, id) {
  const counts = get("combined", id, "counts");
  return isCompared(totalOf(counts)) ? counts : null;
}

const answerOf = (get, id) => ({
  id,
  answer: get("answer", id, "answer"),
  evidence: get("answer", id, "evidence"),
  wording: get("answer", id, "wording"),
});

const conclusionOf = (get, id) => ({
  id,
  state: get("conclusion", id, "state"),
  conclusion: get("conclusion", id, "text"),
  parked: get("conclusion", id, "parked") === true,
  wording: get("conclusion", id, "wording"),
});

function countsOf(statements, isDone) {
  const having = (answer) => statements.filter((statement) => statement.answer === answer).length;
  return { ticked: having(true), notTicked: isDone ? having(null) : null, unknown: having("unknown") };
}

const rewordedIn = ({ id: question, number, statements }) =>
  statements
    .filter((statement) => statement.isReworded)
    .map((statement) => ({ ...statement, question, number }));

function reportActions({ get, ids }, guide, today) {
  const questions = new Map(guide.map((question) => [question.id, question]));
  const actions = ids("action").map((id) => reportAction(get, id, questions, today));
  const order = ({ dueOn, number, id }) => [dueOn ?? "9999-99", String(number ?? Infinity).padStart(9), id];
  return actions
    .filter(({ what, owner, dueOn }) => what || owner || dueOn) // what was deleted, or never filled in, is none
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function reportAction(get, id, questions, today) {
  const field = (name) => get("action", id, name);
  const [wanted, dueOn, isDone] = [field("question"), field("dueOn"), field("done") === true];
  const { id: question = null, number = null, ask = null } = questions.get(wanted) ?? {};
  const isOverdue = dueOn !== null && dueOn < today && !isDone;
  const isOrphan = Boolean(wanted) && !question;
  return {
    id,
    question,
    number,
    ask,
    what: field("what"),
    owner: field("owner"),
    dueOn,
    isDone,
    isOverdue,
    isOrphan,
  };
}

function orphansOf({ get, ids }, guide) {
  const questions = new Set(guide.map(({ id }) => id));
  const statements = new Set(guide.flatMap((question) => question.statements.map(({ id }) => id)));
  const gone = (kind, known) => ids(kind).filter((id) => !known.has(id));
  const answers = gone("answer", statements).map((id) => answerOf(get, id));
  const conclusions = gone("conclusion", questions).map((id) => conclusionOf(get, id));
  return {
    answers: answers.filter(({ answer, evidence }) => answer !== null || evidence),
    conclusions: conclusions.filter(
      ({ state, conclusion, parked }) => state !== null || conclusion || parked,
    ),
  };
}
