/**
 * Removing reviews from the device, and bringing them back.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 */

import { DEVICE } from "./record.js";

/**
 * Where the page's review is among them, the page shows the latest that is left.
 *
 * @param {string[]} reviews
 * @param {import("./bound-page.js").BoundPage} page
 * @param {import("./saving.js").Saving} saving
 * @param {import("./loading.js").Loading} loading
 * @returns {Promise<import("./undoing.js").Undo>} brings back what was stored, and what waited to be
 */
export async function remove(reviews, page, saving, loading) {
  const { records, review: shown } = page;
  const removal = new Removal(reviews, records.known.all(DEVICE));
  await saving.run(removal);
  const waiting = reviews.flatMap((review) => records.forget(review));
  if (reviews.includes(shown)) page.review = page.latestForPage();
  await loading.readEverywhere();
  return async () => {
    records.restore([...removal.removed, ...removal.pointers], waiting);
    if (reviews.includes(shown)) page.review = shown;
    await saving.save();
    await loading.readEverywhere();
  };
}

/** Nothing is put: where there is no room, it can be done. */
class Removal {
  /** @type {SavedRecord[]} all that the reviews held */
  removed = [];
  /** @type {SavedRecord[]} the device's notes */
  pointers;
  /** @type {SavedRecord[]} */
  written = [];

  #reviews;

  /**
   * @param {string[]} reviews
   * @param {SavedRecord[]} device  what the device notes
   */
  constructor(reviews, device) {
    this.#reviews = reviews;
    this.pointers = device.filter(
      ({ kind, id, value }) => kind === "device" && (reviews.includes(value) || reviews.includes(id)),
    );
  }

  /** @param {import("./transaction.js").Place} place */
  async runIn(place) {
    this.removed = (await Promise.all(this.#reviews.map((review) => place.all(review)))).flat();
    for (const review of this.#reviews) place.deleteAll(review);
    for (const record of this.pointers) place.delete(record);
  }
}
