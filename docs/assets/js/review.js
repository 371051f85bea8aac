/**
 * What a saved review is. Pure: no document, no database.
 *
 * A review is a set of records, each one field of one thing:
 * @typedef {object} SavedRecord
 * @property {string} review   the review's own id; "" for what belongs to the device
 * @property {"review"|"answer"|"conclusion"|"kept"|"device"} kind
 * @property {string} id       a statement's, a question's or an own id; "" where there is only one
 * @property {string} field
 * @property {unknown} value   null once the field was cleared: a deletion is a dated record too
 * @property {number} changedAt  milliseconds since 1970
 *
 * @typedef {"mine"|"board"} Sort  one member's own answers, or what the board agrees together
 */

const isText = (value) => typeof value === "string";
const isOneOf = (...values) => (value) => values.includes(value);
const isAnything = () => true;

/** Every field of every kind, and what its value may be besides null. */
const FIELDS = {
  review: { sort: isOneOf("mine", "board"), edition: isText },
  answer: { answer: isOneOf(true, "unknown"), wording: isText },
  conclusion: { state: isOneOf("answered", "discussed"), wording: isText },
  kept: { record: isAnything, reason: isText },
  device: { open: isText },
};

/** The state of a question that is done, in each sort of review. */
export const DONE = { mine: "answered", board: "discussed" };

/**
 * @param {unknown} record
 * @returns {boolean} whether this version of the site can read the record
 */
export function isReadable(record) {
  const check = Object.hasOwn(FIELDS, record?.kind) && FIELDS[record.kind];
  return Boolean(
    check &&
      Object.hasOwn(check, record.field) &&
      [record.review, record.id].every(isText) &&
      Number.isSafeInteger(record.changedAt) &&
      (record.value === null || check[record.field](record.value)),
  );
}

/**
 * @param {SavedRecord} record
 * @returns {[string, string, string, string]} the key under which the record is stored
 */
export function keyOf({ review, kind, id, field }) {
  return [review, kind, id, field];
}

/**
 * Says which of two records of the same field stands: the later one; of two changed in the same
 * millisecond, the one whose JSON is greater. The order in which they meet never matters.
 *
 * @param {SavedRecord} a
 * @param {SavedRecord} b
 * @returns {SavedRecord}
 */
export function laterOf(a, b) {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  return JSON.stringify(a.value) >= JSON.stringify(b.value) ? a : b;
}

/**
 * @param {string} wording
 * @param {string} text
 * @returns {boolean} whether the two differ by more than spaces, punctuation and capitals
 */
export function isReworded(wording, text) {
  const bare = (words) => words.toLowerCase().replace(/[\s\p{P}]+/gu, "");
  return bare(wording) !== bare(text);
}
