/**
 * What is stored, as one transaction of the database sees it: shelf.js answers the same questions from memory.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 */

import { DEVICE, keyOf, keyText } from "./record.js";

const AT_ONCE = 1000; // records in one task, so that the page goes on answering between two
const FEW = 200; // records that are asked for one by one; of more, their reviews are read

const rangeOf = (...key) => IDBKeyRange.bound(key, [...key, []]); // an array sorts after every text

export class Stored {
  #records;

  /** @param {IDBObjectStore} records */
  constructor(records) {
    this.#records = records;
  }

  /** @returns {Promise<any>} what is stored under the key of a record */
  get(record) {
    return settled(this.#records.get(keyOf(record)));
  }

  /** @returns {Promise<boolean>} whether there is anything of a review */
  async has(review) {
    return (await settled(this.#records.getKey(rangeOf(review)))) !== undefined;
  }

  /** @returns {Promise<any[]>} all records of a review, readable or not */
  async all(review) {
    const { lower, upper } = rangeOf(review);
    const found = [];
    let some;
    do {
      const after = found.length ? keyOf(found.at(-1)) : lower;
      const range = IDBKeyRange.bound(after, upper, found.length > 0);
      some = await settled(this.#records.getAll(range, AT_ONCE));
      found.push(...some);
    } while (some.length === AT_ONCE);
    return found;
  }

  /**
   * @param {SavedRecord[]} records
   * @returns {Promise<Map<string, any>>} by key, what is stored under those of the records, and perhaps more
   */
  async existing(records) {
    const few = records.length <= FEW;
    const reviews = [...new Set(records.map(({ review }) => review))];
    const asked = few ? records.map((record) => this.get(record)) : reviews.map((review) => this.all(review));
    const found = (await Promise.all(asked)).flat().filter(Boolean);
    return new Map(found.map((record) => [keyText(record), record]));
  }

  /** @returns {Promise<any[]>} of every review the first record, and what it says of itself: whose it is, name, dates */
  heads() {
    const heads = [];
    const cursors = this.#records.openKeyCursor(IDBKeyRange.lowerBound([DEVICE, []]));
    return new Promise((resolve, reject) => {
      cursors.onerror = () => reject(cursors.error);
      cursors.onsuccess = async () => {
        const cursor = cursors.result;
        if (!cursor) return resolve(Promise.all(heads).then((found) => found.flat()));
        const [review] = cursor.key;
        heads.push(settled(this.#records.get(cursor.key)));
        heads.push(settled(this.#records.getAll(rangeOf(review, "review"))));
        cursor.continue([review, []]); // past the rest of this review
      };
    });
  }

  put(record) {
    this.#records.put(record);
  }

  delete(record) {
    this.#records.delete(keyOf(record));
  }

  deleteAll(review) {
    this.#records.delete(rangeOf(review));
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
