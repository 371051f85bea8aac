/**
 * What a saved review is. Pure: no document, no database.
 *
 * A review is a set of records, each one field of one thing:
 * @typedef {object} SavedRecord
 * @property {string} review   the review's own id; "" for what belongs to the device
 * @property {"review"|"answer"|"conclusion"|"action"|"combined"|"kept"|"device"} kind
 * @property {string} id       a statement's, a question's or an own id; "" where there is only one
 * @property {string} field
 * @property {unknown} value   null once the field was cleared: a deletion is a dated record too
 * @property {number} changedAt  milliseconds since 1970
 *
 * @typedef {"mine"|"board"} Sort  one member's own answers, or what the board agrees together
 * @typedef {{ticked: number, notTicked: number, unknown: number}} Counts  members who answered so. Of a statement's
 *   `counts`, those that were counted by hand are `hands`, too; `codes` are hashes and stand once, under the id ""
 */

const isText = (value) => typeof value === "string";
/** The same check under a name of its own: what a person types is never thrown away when it loses a merge. */
const isTyped = (value) => isText(value);
const isOneOf =
  (...values) =>
  (value) =>
    values.includes(value);
const isAnything = () => true;
const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;
const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isCounts = (value) =>
  isObject(value) &&
  Object.keys(value).sort().join() === "notTicked,ticked,unknown" &&
  Object.values(value).every(isWhole);

/** What was kept aside, whatever it is, and the code of why. */
const isKept = (value) => isObject(value) && Object.hasOwn(value, "record") && isText(value.reason);

/** A day such as "2026-11-22". Some browsers move 30 February into March, so it is read and written back. */
function isDay(value) {
  if (!isText(value) || !/^\d{4}-\d\d-\d\d$/.test(value) || value < "0001") return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Every field of every kind, and what its value may be besides null. docs/schemas/review-1.schema.json says it too. */
const FIELDS = {
  review: {
    sort: isOneOf("mine", "board"),
    name: isTyped,
    heldOn: isDay,
    edition: isText,
    reviewAgainOn: isDay,
  },
  answer: { answer: isOneOf(true, "unknown"), evidence: isTyped, wording: isText },
  conclusion: {
    state: isOneOf("answered", "discussed"),
    text: isTyped,
    parked: isOneOf(true),
    wording: isText,
  },
  action: { question: isText, what: isTyped, owner: isTyped, dueOn: isDay, done: isOneOf(true) },
  combined: { counts: isCounts, hands: isCounts, codes: isTexts },
  kept: { record: isKept },
  device: {
    open: isText,
    mine: isText,
    board: isText,
    savedCopyAt: isWhole, // milliseconds since 1970
    place: isAnything,
    timer: isAnything,
    order: isAnything,
  },
};

/** The review id of what belongs to the device and to no review. */
export const DEVICE = "";

/** Milliseconds since 1970, of what comes in a file. */
export const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const LATEST_STORED = 2 * LATEST; // a change takes the previous time plus 1: no number may be out of its reach

/** The state of a question that is done, in each sort of review. */
export const DONE = { mine: "answered", board: "discussed" };

/** The check of a field. Own properties only: "constructor" is no kind, wherever it comes from. */
function checkOf(kind, field) {
  const fields = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : {};
  return Object.hasOwn(fields, field) ? fields[field] : null;
}

/**
 * @param {unknown} record
 * @returns {boolean} whether this version of the site can read the record
 */
export function isReadable(record) {
  const texts = [record?.review, record?.kind, record?.id, record?.field];
  const check = texts.every(isText) && checkOf(record.kind, record.field);
  const isDated = isWhole(record?.changedAt) && record.changedAt <= LATEST_STORED;
  return Boolean(check && isDated && (record.value === null || check(record.value)));
}

/**
 * @param {string} kind
 * @param {string} field
 * @returns {boolean} whether a person types the field in their own words
 */
export const isProse = (kind, field) => checkOf(kind, field) === isTyped;

/**
 * @param {SavedRecord} record
 * @returns {[string, string, string, string]} the key under which the record is stored
 */
export function keyOf({ review, kind, id, field }) {
  return [review, kind, id, field];
}

/**
 * @param {SavedRecord} record
 * @returns {string} its key as one text, different for different keys whatever characters their parts hold
 */
export const nameOf = (record) => JSON.stringify(keyOf(record));

/** Code unit order, the same in every browser and language. */
const inOrder = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
const inKeyOrder = (a, b) =>
  inOrder(a.review, b.review) || inOrder(a.kind, b.kind) || inOrder(a.id, b.id) || inOrder(a.field, b.field);

/**
 * @param {unknown} value
 * @returns {string} its JSON, the same for the same data in whatever order its keys were set
 */
export function canonical(value) {
  if (typeof value !== "object") return JSON.stringify(value); // most values: thousands in a copy
  const sorted = (inner) => Object.fromEntries(Object.entries(inner).sort(([a], [b]) => inOrder(a, b)));
  return JSON.stringify(value, (_, inner) => (isObject(inner) ? sorted(inner) : inner));
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
  return canonical(a.value) >= canonical(b.value) ? a : b;
}

/**
 * Says what would be lost if one record gave way to another of the same field: somebody's words.
 *
 * @param {SavedRecord} loser
 * @param {SavedRecord} winner
 * @returns {boolean}
 */
export function isLoss(loser, winner) {
  const hasWords = ({ value }) => isText(value) && value.trim() !== "";
  const areWords = isProse(winner.kind, winner.field) && hasWords(loser) && hasWords(winner);
  return areWords && loser.value !== winner.value;
}

/**
 * Brings two sets of records together. Whichever comes first and however often, `records` is the same.
 *
 * @param {SavedRecord[]} ours
 * @param {SavedRecord[]} theirs
 * @returns {{records: SavedRecord[], lost: SavedRecord[]}} what stands, by key; and the words that gave way to
 *   other words, for the caller to keep aside, each text once
 */
export function merge(ours, theirs) {
  const standing = new Map();
  const losing = new Map();
  const all = [...ours, ...theirs];
  for (const record of all) {
    const name = nameOf(record);
    const known = standing.get(name);
    standing.set(name, known ? laterOf(known, record) : record);
  }
  const hasMet = standing.size < all.length;
  for (const record of hasMet ? all : []) {
    if (!isLoss(record, standing.get(nameOf(record)))) continue;
    const text = JSON.stringify([keyOf(record), record.value]);
    losing.set(text, laterOf(losing.get(text) ?? record, record));
  }
  const inTextOrder = (a, b) => inKeyOrder(a, b) || inOrder(a.value, b.value);
  return { records: [...standing.values()].sort(inKeyOrder), lost: [...losing.values()].sort(inTextOrder) };
}

/**
 * @param {string} wording
 * @param {string} text
 * @returns {boolean} whether the two differ by more than spaces, punctuation and capitals
 */
export function isReworded(wording, text) {
  const bare = (words) =>
    words
      .normalize()
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, "");
  return bare(wording) !== bare(text);
}
