/**
 * Where members disagree most, and the order to talk about the questions that follows from it. Pure.
 *
 * @typedef {import("../store/record.js").Counts} Counts
 * @typedef {import("../page/questions.js").Question} Question
 * @typedef {import("./counts.js").CountsOf} CountsOf
 *
 * @typedef {object} RunningOrder  as the device keeps it for a review
 * @property {"guide"|"disagreement"|"own"} by
 * @property {string[]} [ids]  questions, where the order is one's own
 */

import { NAMES, totalOf } from "../store/additive.js";

const EXACT = 1e9; // means are compared to 9 places: sums in another order differ in the last ones

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
 * @param {Question[]} questions  in the guide's order
 * @param {CountsOf} countsOf
 * @param {RunningOrder|null} order  null: by disagreement, which is the guide's order as long as there are no counts
 * @returns {Question[]} ties, and questions that an own order does not name, in the guide's order
 */
export function runningOrder(questions, countsOf, order) {
  if (order?.by === "guide") return [...questions];
  const ids = order?.by === "own" && Array.isArray(order.ids) ? order.ids : null;
  const ownPlace = ({ id }) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const rank = ids ? ownPlace : (question) => -disagreementAbout(question, countsOf);
  const ranked = questions.map((question) => ({ question, place: rank(question) }));
  return ranked.sort((a, b) => a.place - b.place).map(({ question }) => question);
}
