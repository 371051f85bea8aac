/**
 * The members' answers as a person reads them: on the page, in a spreadsheet, as text. Pure.
 *
 * @typedef {object} SummaryStatement
 * @property {string} id
 * @property {string} text
 * @property {import("../store/record.js").Counts} counts
 * @property {number} total  who answered, of whom the counts are
 *
 * @typedef {object} SummaryQuestion
 * @property {string} id
 * @property {number} number  its place in the guide
 * @property {string} ask
 * @property {number} answered  how many people answered it
 * @property {SummaryStatement[]} statements
 *
 * @typedef {object} Counted  whose answers are in the counts
 * @property {number} codes  how many people's codes, copies or checklists
 * @property {number} hands  how many people's hands, at most
 * @property {number} people  how many people's answers, as far as the counts can say
 *
 * @typedef {object} SummaryParts
 * @property {SummaryQuestion[]} questions  in the guide's order
 *
 * @typedef {Counted & SummaryParts} Summary
 */

import { answeredBy } from "./counts.js";
import { NONE, totalOf } from "../store/additive.js";

/**
 * @param {import("../store/review.js").Get} get  reads the board's review
 * @param {import("../page/questions.js").Question[]} guide  in its order
 * @returns {Summary}
 */
export function summaryOf(get, guide) {
  const countsOf = (id) => get("combined", id, "counts") ?? NONE;
  const questions = guide.map((question) => summaryQuestion(question, countsOf));
  return { ...countedIn(get, guide), questions };
}

/**
 * @param {import("../store/review.js").Get} get  reads the board's review
 * @param {import("../page/questions.js").Question[]} guide
 * @returns {Counted}
 */
export function countedIn(get, guide) {
  const mostIn = (field) =>
    Math.max(0, ...guide.map((question) => answeredBy(question, (id) => get("combined", id, field))));
  const codes = get("combined", "", "codes")?.length ?? 0;
  const hands = mostIn("hands");
  return { codes, hands, people: Math.max(codes + hands, mostIn("counts")) };
}

/**
 * @param {import("../page/questions.js").Question} question
 * @param {import("./counts.js").CountsOf} countsOf
 * @returns {SummaryQuestion}
 */
function summaryQuestion({ id, number, ask, statements }, countsOf) {
  const counted = statements.map((statement) => {
    const counts = countsOf(statement.id);
    return { id: statement.id, text: statement.text, counts, total: totalOf(counts) };
  });
  return { id, number, ask, answered: answeredBy({ id, statements }, countsOf), statements: counted };
}
