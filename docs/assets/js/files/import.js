/**
 * A saved copy taken in: what there is to write, and what would happen, for a person to see first. Pure.
 *
 * A thing is what a person would count as one: an answer with the wording it was given to, a piece of evidence,
 * a conclusion, a whole action. Its records are compared one by one, and the one that changes most speaks for it.
 *
 * @typedef {import("../store/record.js").SavedRecord} SavedRecord
 *
 * @typedef {object} Preview  each thing counts once in the first 8; in the last 2 as well where they are true of it
 * @property {number} removed  a text gives way to a deletion, and will be set aside
 * @property {number} texts    something typed, such as an action, where ours has nothing
 * @property {number} answers  to a statement, where ours has none
 * @property {number} added    anything else where ours has nothing, such as a date
 * @property {number} newer    theirs will stand
 * @property {number} older    ours will stand
 * @property {number} same     nothing changes, whenever it was written
 * @property {number} differ   both hold words: the later will stand, the other will be set aside
 * @property {number} unknown  about a statement or a question that this guide does not have
 * @property {number} future   written by a clock that is ahead of ours
 */

import { canonical, hasTrait, isLoss, isProse, laterOf, placeInReview } from "../store/record.js";

const AHEAD = 5 * 60 * 1000; // milliseconds: clocks that nobody set wrong differ by less
/** The one that changes most comes first. */
const OUTCOMES = ["removed", "differ", "newer", "added", "older", "same"];
/** Fields that belong to another: nobody counts them. Whose a review is and its edition are not answers at all. */
const PART_OF = { "answer wording": "answer", "conclusion wording": "state", "combined hands": "counts" };
const UNCOUNTED = new Set(["review whose", "review edition", "combined codes"]);

/**
 * What goes into a review that is here: its own name, dates and whose it is stay.
 *
 * @param {SavedRecord[]} theirs  records of a review in the copy
 * @param {string} review         the id of ours
 * @returns {SavedRecord[]}
 */
export const movedTo = (theirs, review) =>
  theirs.filter(({ kind }) => hasTrait(kind, "work")).map((record) => ({ ...record, review }));

const isCounted = ({ kind, field }) => kind !== "set-aside" && !UNCOUNTED.has(`${kind} ${field}`);
const thingOf = ({ kind, id, field }) =>
  JSON.stringify(kind === "action" ? [kind, id] : [kind, id, PART_OF[`${kind} ${field}`] ?? field]);

/**
 * @param {SavedRecord[]} ours    of one review
 * @param {SavedRecord[]} theirs  of one review, whose id may be another
 * @param {import("../page/questions.js").Question[]} questions  of the guide
 * @param {number} now  milliseconds since 1970
 * @returns {Preview}
 */
export function preview(ours, theirs, questions, now) {
  const known = new Map(ours.map((record) => [placeInReview(record), record]));
  const things = new Map();
  for (const record of theirs.filter(isCounted)) {
    const thing = thingOf(record);
    things.set(thing, [...(things.get(thing) ?? []), record]);
  }
  const started = new Set(ours.map(thingOf));
  const isKnown = knownTo(questions);
  const outcomes = { newer: 0, older: 0, same: 0, differ: 0 };
  const counts = { removed: 0, texts: 0, answers: 0, added: 0, ...outcomes, unknown: 0, future: 0 };
  for (const [thing, records] of things) {
    const strongest = strongestOf(records, known);
    const isAdded = strongest === "added" && !started.has(thing);
    counts[isAdded ? addedAs(records) : strongest === "added" ? "newer" : strongest] += 1;
    if (!records.every(isKnown)) counts.unknown += 1;
    if (records.some(({ changedAt }) => changedAt > now + AHEAD)) counts.future += 1;
  }
  return counts;
}

function addedAs(records) {
  if (records.some(({ kind, field }) => isProse(kind, field))) return "texts";
  return records[0].kind === "answer" ? "answers" : "added";
}

function strongestOf(records, known) {
  const outcomes = records.map((record) => outcome(known.get(placeInReview(record)), record));
  return OUTCOMES.find((name) => outcomes.includes(name));
}

function outcome(our, their) {
  if (canonical(our?.value ?? null) === canonical(their.value)) return "same";
  if (!our) return "added";
  const stands = laterOf(our, their);
  if (isLoss(stands === our ? their : our, stands)) return stands.value === null ? "removed" : "differ";
  return stands === our ? "older" : "newer";
}

/** A record without a value is about nothing that anybody would miss. */
function knownTo(questions) {
  const questionIds = new Set(questions.map(({ id }) => id));
  const statementIds = new Set(questions.flatMap(({ statements }) => statements.map(({ id }) => id)));
  return ({ kind, id, field, value }) => {
    if (value === null || kind === "review") return true;
    if (kind === "action") return field !== "question" || questionIds.has(value);
    return (kind === "conclusion" ? questionIds : statementIds).has(id);
  };
}
