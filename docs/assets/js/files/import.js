/**
 * What a saved copy would do to the reviews on this device. Pure.
 *
 * @typedef {import("../store/record.js").SavedRecord} SavedRecord
 */

import { canonical, merge, nameOf } from "../store/record.js";

/** What goes into the open review: its own name, dates and kind stay. */
const ANSWERS = new Set(["answer", "conclusion", "action", "combined"]);

/**
 * @param {SavedRecord[]} ours    records of a review on this device
 * @param {SavedRecord[]} theirs  records of a review in the copy
 * @param {string} review         the id of ours
 * @param {(record: SavedRecord, reason: string) => SavedRecord} keepAside
 * @returns {SavedRecord[]} what there is to write: what is new or newer, and what lost against it
 */
export function addedTo(ours, theirs, review, keepAside) {
  const moved = theirs.filter(({ kind }) => ANSWERS.has(kind)).map((record) => ({ ...record, review }));
  return written(ours, moved, keepAside);
}

/**
 * @param {SavedRecord[]} ours  records of the same review, where it is on this device already
 * @param {SavedRecord[]} theirs
 * @param {(record: SavedRecord, reason: string) => SavedRecord} keepAside
 * @returns {SavedRecord[]} what there is to write
 */
export function written(ours, theirs, keepAside) {
  const { records, lost } = merge(ours, theirs);
  const known = new Map(ours.map((record) => [nameOf(record), record]));
  const isSame = (a, b) => a?.changedAt === b.changedAt && canonical(a.value) === canonical(b.value);
  const news = records.filter((record) => !isSame(known.get(nameOf(record)), record));
  return [...news, ...lost.map((record) => keepAside(record, "file"))];
}
