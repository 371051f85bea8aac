/**
 * A review as plain text, for an email or a chat, in the order of the paper. Pure.
 *
 * @typedef {object} TextLabels  the words of the text
 * @property {string} title       where the review has no name
 * @property {string} heldOn @property {string} reviewAgainOn  stand before a day
 * @property {string} organisation @property {string} present @property {string} aim  stand before a text
 * @property {string} ticked @property {string} notTicked @property {string} unknown  stand before a count
 * @property {string} tickedMark @property {string} notTickedMark @property {string} unknownMark
 * @property {string} notAnsweredMark  for no tick in a question that is not done
 * @property {(status: import("../report/progress.js").QuestionProgress["status"]) => string} statusName
 * @property {string} parked      of a question, and heading of those that were
 * @property {string} left        heading of the questions that nobody answered, discussed or parked
 * @property {string} evidence @property {string} conclusion @property {string} wording  stand before a text
 * @property {string} members     stands before the counts of members' answers
 * @property {string} actions     heading of the actions
 * @property {string} owner @property {string} dueOn  stand before a text
 * @property {string} done @property {string} overdue @property {string} open  of an action
 * @property {string} notInGuide  heading of what the guide no longer has
 * @property {(day: string) => string} day  writes "2026-11-22" for people
 */

const INDENT = "    ";

/**
 * @param {import("../report/report.js").Report} review
 * @param {TextLabels} labels
 * @returns {string} lines ended by line feeds, paragraphs parted by one empty line
 */
export function toText(review, labels) {
  const parts = [
    heading(review, labels),
    ...review.questions
      .filter(({ isTouched }) => isTouched)
      .map((question) => questionLines(question, labels)),
    actionLines(review.actions, labels),
    listLines(labels.parked, review.parked),
    listLines(labels.left, review.left),
    orphanLines(review.orphans, labels),
    dated(labels.reviewAgainOn, review.reviewAgainOn, labels),
  ];
  const paragraphs = parts.filter((lines) => lines.length).map((lines) => lines.join("\n"));
  return `${paragraphs.join("\n\n")}\n`;
}

/** Something typed after its label, on one line; none where nothing was typed. Further lines stand below, indented. */
const said = (label, text, indent = "") => {
  const [first, ...others] = text?.trim().split(/\r\n?|\n/) ?? [""];
  return first
    ? [`${indent}${label}: ${first}`, ...others.map((line) => `${indent}${INDENT}${line}`.trimEnd())]
    : [];
};
const dated = (label, day, labels) => (day ? [`${label}: ${labels.day(day)}`] : []);

function heading({ name, organisation, heldOn, present, aim }, labels) {
  return [
    name?.trim() || labels.title,
    ...said(labels.organisation, organisation),
    ...dated(labels.heldOn, heldOn, labels),
    ...said(labels.present, present),
    ...said(labels.aim, aim),
  ];
}

const listLines = (heading, questions) =>
  questions.length ? [heading, ...questions.map(({ number, ask }) => `${number}. ${ask}`)] : [];

function questionLines(question, labels) {
  const { number, ask, state, status, parked, counts, conclusion, statements } = question;
  return [
    `${number}. ${ask}`,
    [labels.statusName(status), ...(parked ? [labels.parked] : [])].join(". "),
    countsText(counts, labels),
    ...statements.flatMap((statement) => statementLines(statement, state, labels)),
    ...said(labels.conclusion, conclusion),
  ];
}

/**
 * @param {Record<"ticked"|"notTicked"|"unknown", number|null>} counts
 * @param {Pick<TextLabels, "ticked"|"notTicked"|"unknown">} labels
 * @returns {string} those that are known, such as "Ticked: 7, Do not know: 2, Not ticked: 3"
 */
export function countsText(counts, labels) {
  const known = ["ticked", "unknown", "notTicked"].filter((name) => counts[name] !== null);
  return known.map((name) => `${labels[name]}: ${counts[name]}`).join(", ");
}

/** @param {Partial<import("../report/report.js").ReportStatement>} statement */
function statementLines({ text, answer, evidence, isReworded, wording, members }, state, labels) {
  return [
    `${markOf(answer, state, labels)} ${text}`,
    ...(isReworded ? said(labels.wording, wording, INDENT) : []),
    ...said(labels.evidence, evidence, INDENT),
    ...(members ? said(labels.members, countsText(members, labels), INDENT) : []),
  ];
}

function markOf(answer, state, labels) {
  if (answer === null) return state === null ? labels.notAnsweredMark : labels.notTickedMark;
  return answer === true ? labels.tickedMark : labels.unknownMark;
}

function actionLines(actions, labels) {
  const lines = actions.flatMap(({ number, ask, what, owner, dueOn, isDone, isOverdue }, place) => [
    ...said(
      `${place + 1}. ${isDone ? labels.done : isOverdue ? labels.overdue : labels.open}`,
      what?.trim() || "–",
    ),
    ...said(labels.owner, owner, INDENT),
    ...dated(`${INDENT}${labels.dueOn}`, dueOn, labels),
    ...(ask === null ? [] : [`${INDENT}${number}. ${ask}`]),
  ]);
  return lines.length ? [labels.actions, ...lines] : [];
}

function orphanLines({ answers, conclusions }, labels) {
  const lines = [
    ...answers.flatMap(({ id, wording, ...answer }) =>
      statementLines({ ...answer, text: wording ?? id, isReworded: false }, null, labels),
    ),
    ...conclusions.flatMap((conclusion) => [
      conclusion.wording ?? conclusion.id,
      ...(conclusion.state ? [`${INDENT}${labels.statusName(conclusion.state)}`] : []),
      ...(conclusion.parked ? [`${INDENT}${labels.parked}`] : []),
      ...said(labels.conclusion, conclusion.conclusion, INDENT),
    ]),
  ];
  return lines.length ? [labels.notInGuide, ...lines] : [];
}
