/**
 * A review as a spreadsheet opens it. Pure.
 *
 * A row for each statement, so that the rows can be filtered and counted. What is said once about a question (state,
 * conclusion, parked) stands in columns of its first row: a row of its own would be counted as a statement, and the
 * text repeated on each row would be read 5 times. The number and the question are on every row and survive sorting.
 * Actions are a table of other columns, and so a file of their own.
 *
 * @typedef {object} CsvLabels  the words of the file
 * @property {string} number @property {string} question @property {string} statement @property {string} answer
 * @property {string} evidence @property {string} wording @property {string} state @property {string} conclusion
 * @property {string} parked      headings of the first table; `parked` is the word in its column, too
 * @property {string} ticked @property {string} unknown
 * @property {string} notTicked   of a question that is done
 * @property {string} notAnswered  of one that is not
 * @property {(status: import("../report/progress.js").QuestionProgress["status"]) => string} statusName
 * @property {string} members     stands before the headings of members' counts, where there are any
 * @property {string} notInGuide  stands for the question, where the guide no longer has it
 * @property {string} source @property {string} issue @property {string} action @property {string} lead
 * @property {string} timing @property {string} summary @property {string} status  headings of the action log
 * @property {string} done @property {string} overdue @property {string} open  of an action
 */

const BYTE_ORDER_MARK = "\uFEFF"; // without it Excel takes UTF-8 for the machine's old character set
const LINE_END = "\r\n";
/**
 * What a spreadsheet runs as a formula, also behind spaces and invisible characters, and in the wide forms of Japanese
 * keyboards (https://owasp.org/www-community/attacks/CSV_Injection). A negative number is typed text here, too. Inside
 * a cell as well: where the list separator is a semicolon, our commas are text, a quotation mark after one opens
 * nothing, and each semicolon, tab and line feed of a text begins a cell.
 */
const FORMULA = /(^|[;\t\n])((?:(?![;\t\n])[\s\p{Cf}\p{Cc}])*[=+\-@＝＋－＠])/gu;
const STRANGE_START = /^\s*[\t\n]/u;
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** What a spreadsheet takes for a number, a day, a time or a truth value, and then shows in a way of its own. */
const VALUE = new RegExp(
  `^\\s*(?:true|false)\\s*$|^(?=[^]*\\d)(?:[\\d\\s.,:/%()'’+\\p{Pd}\\p{Sc}]|e(?=[+-]?\\d)|am?\\b|pm?\\b|${MONTH})+$`,
  "iu",
);
const MEMBERS = ["ticked", "unknown", "notTicked"];
const NEEDS_QUOTES = /[",;\t\n]|^\s|\s$/u; // the semicolon: some countries' spreadsheets split there

/**
 * @typedef {string|number|Date|null|undefined} Cell  a text stays a text, a number counts, a Date is a day
 */

/**
 * @param {import("../report/report.js").Report} review
 * @param {CsvLabels} labels
 * @returns {string} a row for each statement: RFC 4180, with a byte order mark
 */
export const toCsv = (review, labels) => csvOf(statementTable(review, labels));

/**
 * @param {import("../report/report.js").Report} review
 * @param {CsvLabels} labels
 * @returns {string} the action log, a row for each action: RFC 4180, with a byte order mark
 */
export const actionsToCsv = (review, labels) =>
  csvOf([
    ["source", "issue", "action", "lead", "timing", "summary", "status"].map((name) => labels[name]),
    ...review.actions.map((action) => actionRow(action, review, labels)),
  ]);

/**
 * @param {Cell[][]} rows
 * @returns {string} RFC 4180, with a byte order mark
 */
export const csvOf = (rows) =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(",") + LINE_END).join("");

function statementTable({ questions, orphans }, labels) {
  const counts = questions.some(({ statements }) => statements.some(({ members }) => members)) ? MEMBERS : [];
  const about = ["state", "conclusion", "parked"];
  const headings = ["number", "question", "statement", "answer", "evidence", "wording", ...about];
  const noAnswer = { answer: undefined, evidence: "" };
  const none = counts.map(() => "");
  return [
    [...headings.map((name) => labels[name]), ...counts.map((name) => `${labels.members}: ${labels[name]}`)],
    ...questions.flatMap((question) => questionRows(question, counts, labels)),
    ...orphans.answers.map((answer) => [
      ...["", labels.notInGuide],
      ...answerCells({ ...answer, text: answer.wording ?? answer.id }, null, labels),
      ...["", "", ""],
      ...none,
    ]),
    ...orphans.conclusions.map((conclusion) => [
      ...["", `${labels.notInGuide}: ${conclusion.wording ?? conclusion.id}`],
      ...answerCells({ ...noAnswer, text: "" }, null, labels),
      ...conclusionCells({ ...conclusion, status: conclusion.state }, labels),
      ...none,
    ]),
  ];
}

function questionRows(question, counts, labels) {
  return question.statements.map((statement, index) => [
    ...[question.number, question.ask],
    ...answerCells(statement, question.state, labels),
    ...(index === 0 ? conclusionCells(question, labels) : ["", "", ""]),
    ...counts.map((name) => statement.members?.[name]),
  ]);
}

/** The old wording is given where the answer was to another text than stands beside it. */
function answerCells({ text, answer, evidence, isReworded = false, wording = null }, state, labels) {
  return [text, answerLabel(answer, state, labels), evidence, isReworded ? wording : ""];
}

function answerLabel(answer, state, labels) {
  if (answer === undefined) return "";
  if (answer === null) return state === null ? labels.notAnswered : labels.notTicked;
  return answer === true ? labels.ticked : labels.unknown;
}

const conclusionCells = ({ status, conclusion, parked }, labels) => [
  status && labels.statusName(status),
  conclusion,
  parked ? labels.parked : "",
];

/** The summary is for the secretary to fill in as the action moves: nothing that we hold belongs there. */
function actionRow({ ask, isOrphan, what, owner, dueOn, isDone, isOverdue }, { name, heldOn }, labels) {
  const source = [name, heldOn].filter(Boolean).join(", ");
  const status = isDone ? labels.done : isOverdue ? labels.overdue : labels.open;
  const due = dueOn && new Date(dueOn); // midnight in UTC
  return [source, isOrphan ? labels.notInGuide : ask, what, owner, due, "", status];
}

function cell(value) {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = typeof value === "string" ? harmless(value) : String(value ?? "");
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines inside a cell end in a line feed, as Excel writes them itself; CRLF there shows as an empty line. */
function harmless(typed) {
  const text = typed.replace(/\r\n?/g, "\n");
  const safe = text.replace(FORMULA, "$1'$2");
  const isChanged = (VALUE.test(text) || STRANGE_START.test(text)) && !safe.startsWith("'");
  return isChanged ? `'${safe}` : safe;
}
