/**
 * Reviews that have an id and nothing else: opening a page creates nothing, so a review begins with the first thing
 * written. Until then a page has one draft at most for each of whose answers. Pure.
 *
 * @typedef {import("./record.js").Whose} Whose
 */

import { newId } from "./record.js";

export class Drafts {
  #ids = new Map(); // by whose answers

  /**
   * @param {Whose} whose
   * @returns {string} the id of the draft for those answers
   */
  get(whose) {
    if (!this.#ids.has(whose)) this.#ids.set(whose, newId());
    return this.#ids.get(whose);
  }

  /** @returns {boolean} whether a review is a draft */
  has(review) {
    return this.whoseOf(review) !== null;
  }

  /** @returns {Whose|null} whose answers a draft is for; null where the review is none */
  whoseOf(review) {
    return [...this.#ids].find(([, id]) => id === review)?.[0] ?? null;
  }

  /** @returns {Map<string, Whose>} whose answers each draft is for, as a transaction takes it */
  all() {
    return new Map([...this.#ids].map(([whose, id]) => [id, whose]));
  }

  /** The review has begun, or became part of another: it is a draft no longer. */
  forget(review) {
    this.#ids.delete(this.whoseOf(review));
  }

  forgetAll() {
    this.#ids.clear();
  }
}
