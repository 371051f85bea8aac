/**
 * Records in memory, by review and place in it. It is asked and written in the same words as what is stored
 * (stored.js), so that whatever runs in a transaction of the database runs here where there is none. Pure.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 */

import { keyText, placeInReview } from "./record.js";

export class Shelf {
  #reviews = new Map();

  /** @param {SavedRecord[]} [records] */
  constructor(records = []) {
    for (const record of records) this.put(record);
  }

  /** @returns {SavedRecord|undefined} the record of the same field */
  get(record) {
    return this.#reviews.get(record.review)?.get(placeInReview(record));
  }

  /** @returns {boolean} whether there is anything of a review */
  has(review) {
    return Boolean(this.#reviews.get(review)?.size);
  }

  /** @returns {SavedRecord[]} */
  all(review) {
    return [...(this.#reviews.get(review)?.values() ?? [])];
  }

  /** @returns {Map<string, SavedRecord>} by key, those that are there of the same fields */
  existing(records) {
    const found = records.map((record) => this.get(record)).filter(Boolean);
    return new Map(found.map((record) => [keyText(record), record]));
  }

  /** @returns {SavedRecord[]} enough of every review to know it by */
  heads() {
    return this.reviews.flatMap((review) => this.all(review));
  }

  put(record) {
    if (!this.#reviews.has(record.review)) this.#reviews.set(record.review, new Map());
    this.#reviews.get(record.review).set(placeInReview(record), record);
  }

  delete(record) {
    this.#reviews.get(record.review)?.delete(placeInReview(record));
  }

  deleteAll(review) {
    this.#reviews.delete(review);
  }

  /** @returns {string[]} the ids of all reviews, and that of the device */
  get reviews() {
    return [...this.#reviews.keys()].filter((review) => this.has(review));
  }
}
