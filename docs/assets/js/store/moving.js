/**
 * Answers that were given in the wrong place move from one's own review to the board's, or back. Pure.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./record.js").Whose} Whose
 * @typedef {{id: string, whose: Whose, records: SavedRecord[]}} Side
 */

import { hasTrait, isLoss, placeInReview, setAside } from "./record.js";
import { DONE, isReworded, wordingOf } from "./review.js";

/**
 * @param {SavedRecord} record
 * @returns {boolean} whether it is something that moves: an answer, a note, a conclusion or an action
 */
export const canMove = ({ kind, value }) => hasTrait(kind, "carried") && value !== null;

/**
 * @param {Side} from  with the records that are to move
 * @param {Side} into  the review that they go to
 * @param {Map<string, {text: string, alone: string}>} wordings  of the statements that say something else to one member
 * @returns {import("./store.js").Change[]} for one transaction: what moves counts, and a text that it replaces is set aside
 */
export function movingChanges(from, into, wordings) {
  const there = new Map(into.records.map((record) => [placeInReview(record), record]));
  return from.records.filter(canMove).flatMap((record) => {
    const { kind, id, field } = record;
    const value = valueIn(into.whose, record, from.whose, wordings);
    const before = there.get(placeInReview(record));
    const aside =
      before && isLoss(before, { value }) ? [{ ...setAside(before, "moved"), review: into.id }] : [];
    return [
      ...aside,
      { review: into.id, kind, id, field, value },
      { review: from.id, kind, id, field, value: null },
    ];
  });
}

/** What says whose answer it is, is said anew: that a question is done, and the words that were answered. */
function valueIn(whose, { kind, id, field, value }, was, wordings) {
  if (kind === "conclusion" && field === "state") return DONE[whose];
  const statement = kind === "answer" && field === "wording" && wordings.get(id);
  return statement && !isReworded(value, wordingOf(statement, was)) ? wordingOf(statement, whose) : value;
}
