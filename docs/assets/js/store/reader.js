/**
 * Reads fields out of the records of one review. Pure.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 */

/**
 * @param {SavedRecord} record
 * @returns {string} where in its review it belongs. Kinds and fields are words of ours and have no spaces: the id
 *   comes last, and may hold anything.
 */
export const placeOf = ({ kind, field, id }) => `${kind} ${field} ${id}`;

/**
 * @param {SavedRecord[]} records  of one review
 * @returns {import("../report/report.js").Reader} that reads them
 */
export function readerOf(records) {
  const values = new Map(records.map((record) => [placeOf(record), record.value]));
  return {
    get: (kind, id, field) => values.get(placeOf({ kind, id, field })) ?? null,
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
