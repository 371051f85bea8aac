/**
 * The records of a review together: read by field, merged with those of a copy. Pure.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {{id: string, records: SavedRecord[]}} Review
 *
 * @typedef {(kind: string, id: string, field: string) => any} Get  reads one field of a review; null where it has none
 *
 * @typedef {object} Reader
 * @property {Get} get
 * @property {(kind: string) => string[]} ids  of every thing of a kind that has a value, in order
 */

import { DEVICE, inKeyOrder, inOrder, isLoss, keyOf, keyText, laterOf, placeInReview } from "./record.js";

/** The state of a question that is done, for each of whose answers a review holds. */
export const DONE = { mine: "answered", board: "discussed" };

/** @returns {boolean} whether a record says whose answers a review holds: what is known of that never changes */
export const isWhose = ({ kind, field, value }) => kind === "review" && field === "whose" && value !== null;

/** @returns {Omit<SavedRecord, "changedAt">} that the device notes which review of a kind was open last */
export const pointer = (whose, review) => ({
  review: DEVICE,
  kind: "device",
  id: "",
  field: whose,
  value: review,
});

/**
 * @param {string} review
 * @param {import("./record.js").Whose} whose
 * @param {string} edition
 * @returns {SavedRecord[]} what a review has from its beginning, and nobody wrote
 */
export function startOf(review, whose, edition) {
  const fields = Object.entries({ whose, edition });
  const begun = fields.map(([field, value]) => ({ review, kind: "review", id: "", field, value }));
  return [...begun, pointer(whose, review)].map((record) => ({ ...record, changedAt: Date.now() }));
}

/**
 * @param {SavedRecord[]} records  of the device, and what every review says of itself
 * @param {import("./record.js").Whose} whose
 * @returns {string|null} the review of those answers that was open last; where the device does not know, the latest
 */
export function latestReview(records, whose) {
  const known = new Map(records.filter(isWhose).map(({ review, value }) => [review, value]));
  const ids = [...new Set(records.map(({ review }) => review))].filter((id) => id !== DEVICE).sort();
  const own = ids.filter((id) => (known.get(id) ?? "mine") === whose);
  const noted = records.find(({ review, field }) => review === DEVICE && field === whose)?.value;
  return own.includes(noted) ? noted : (own.at(-1) ?? null);
}

/**
 * @param {SavedRecord[]} records  of one review
 * @returns {Reader} that reads them
 */
export function readerOf(records) {
  const values = new Map(records.map((record) => [placeInReview(record), record.value]));
  return {
    get: (kind, id, field) => values.get(placeInReview({ kind, id, field })) ?? null,
    ids: (kind) => idsIn(records, kind),
  };
}

/**
 * @param {SavedRecord[]} records
 * @param {string} kind
 * @returns {string[]} the ids of the things of that kind that have any value, in order
 */
export function idsIn(records, kind) {
  const found = records.filter((record) => record.kind === kind && record.value !== null);
  return [...new Set(found.map(({ id }) => id))].sort();
}

/**
 * Brings two sets of records together. Whichever comes first and however often, `records` is the same.
 *
 * @param {SavedRecord[]} ours
 * @param {SavedRecord[]} theirs
 * @returns {{records: SavedRecord[], lost: SavedRecord[]}} what stands, by key; and the words that gave way to
 *   other words, for the caller to set aside, each text once
 */
export function merge(ours, theirs) {
  const standing = new Map();
  const losing = new Map();
  const all = [...ours, ...theirs];
  for (const record of all) {
    const name = keyText(record);
    const known = standing.get(name);
    standing.set(name, known ? laterOf(known, record) : record);
  }
  const hasMet = standing.size < all.length;
  for (const record of hasMet ? all : []) {
    if (!isLoss(record, standing.get(keyText(record)))) continue;
    const text = JSON.stringify([keyOf(record), record.value]);
    losing.set(text, laterOf(losing.get(text) ?? record, record));
  }
  const inTextOrder = (a, b) => inKeyOrder(a, b) || inOrder(a.value, b.value);
  return { records: [...standing.values()].sort(inKeyOrder), lost: [...losing.values()].sort(inTextOrder) };
}

/**
 * @param {{text?: string, alone?: string|null}} statement  what it says, and what it says to one member alone
 * @param {import("./record.js").Whose} whose
 * @returns {string} what a review with those answers shows, and keeps with an answer
 */
export const wordingOf = ({ text, alone }, whose) => (whose === "mine" && alone) || text;

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
