/**
 * What a page needs to know, read in one transaction: the device's notes, what every review says of itself, and the
 * review of the page.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 */

import { DEVICE, isReadable } from "./record.js";
import { latestReview } from "./review.js";

export class Reading {
  /** @type {SavedRecord[]} everything that can be read */
  records = [];
  /** @type {unknown[]} what cannot, of the device and of the review */
  unreadable = [];
  /** @type {string|null} the review of the page; null where there is none of that kind yet */
  review = null;
  /** Whether the review that the page knew is stored no longer. */
  isGone = false;

  #known;
  #whose;

  /**
   * @param {string|null} review  that the page knows; null where it has none yet
   * @param {import("./bound-page.js").PageWhose} whose
   */
  constructor(review, whose) {
    this.#known = review;
    this.#whose = whose;
  }

  /** @param {import("./stored.js").Stored} stored */
  async runIn(stored) {
    const device = await stored.all(DEVICE);
    const heads = await stored.heads();
    const known = [...device, ...heads].filter(isReadable);
    const [review, found] = await this.#found(stored, (whose) => latestReview(known, whose));
    this.review = review;
    this.isGone = this.#known !== null && !found.length;
    this.records = [...known, ...found.filter(isReadable)];
    this.unreadable = [...device, ...found].filter((record) => !isReadable(record));
  }

  /** The page's own; the board's where that holds something, and otherwise one's own, on a page that takes either. */
  async #found(stored, latest) {
    const all = async (review) => [review, review === null ? [] : await stored.all(review)];
    if (this.#known !== null) return all(this.#known);
    if (this.#whose !== "either") return all(latest(this.#whose));
    const board = await all(latest("board"));
    return board[1].some(isWritten) ? board : all(latest("mine") ?? latest("board"));
  }
}

/** Whose answers a review holds and their edition are there from its beginning. */
const isWritten = ({ field, value }) => value !== null && field !== "whose" && field !== "edition";
