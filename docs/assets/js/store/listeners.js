/**
 * Who listens to a page's store, told in the order in which they began to. Pure.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 *
 * @callback Listener
 * @param {(id: string) => boolean} isChanged  whether anything of the thing with that id can have changed
 */

import { DEVICE } from "./record.js";

export class Listeners {
  /** @type {{kinds: string[], listener: Listener}[]} */
  #ofRecords = [];
  /** @type {(() => void)[]} */
  #ofState = [];

  /**
   * @param {string[]} kinds  of records
   * @param {Listener} listener
   */
  add(kinds, listener) {
    this.#ofRecords.push({ kinds, listener });
  }

  /** @param {() => void} listener */
  addOfState(listener) {
    this.#ofState.push(listener);
  }

  /** Tells that anything can have changed: the page shows another review, or shows it anew. */
  tellAll() {
    for (const { listener } of this.#ofRecords) listener(() => true);
  }

  /**
   * Tells which records have changed to those who listen to their kinds.
   *
   * @param {SavedRecord[]} records  of any review
   * @param {string} review  the one that the page shows
   */
  tell(records, review) {
    for (const { kinds, listener } of this.#ofRecords) {
      const found = records.filter(({ kind }) => kinds.includes(kind));
      const shown = found.filter((record) => record.review === review || record.review === DEVICE);
      const ids = new Set(shown.map(({ id }) => id));
      if (found.length) listener((id) => ids.has(id));
    }
  }

  tellState() {
    for (const listener of this.#ofState) listener();
  }
}
