/**
 * Undoes changes of a page, wherever they are by now: what is stored in a transaction of its own, and what still waits
 * to be written where it waits. That is so while nothing can be stored, and after another tab has deleted the review.
 * It puts back only what nobody has changed since, and never removes the last copy of a text.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./transaction.js").Replaced} Replaced
 *
 * @callback Undo  puts back what was there before, where nobody has changed it since
 * @returns {Promise<void>}
 */

import { sumOf } from "./additive.js";
import { fingerprint, isLoss, keyText, setAside } from "./record.js";
import { isWhose } from "./review.js";

/**
 * @param {Replaced[]} replaced
 * @param {import("./bound-page.js").BoundPage} page
 * @param {import("./saving.js").Saving} saving
 */
export async function undo(replaced, page, saving) {
  await saving.save();
  const { records } = page;
  const waiting = new Set(records.unsaved.map(({ record }) => keyText(record)));
  const isWaiting = ({ record }) => waiting.has(keyText(record));
  const all = replaced.map((one) => ({ ...one, record: records.addressed(one.record) }));
  const reversal = new Reversal(all.filter((one) => !isWaiting(one)));
  if (!all.every(isWaiting)) await saving.run(reversal);
  const left = [...all.filter(isWaiting), ...reversal.left];
  if (left.length) await undoHere(left, page, saving);
}

/** What is put back waits with the rest of its review, or is set aside where the page knows that no longer. */
async function undoHere(replaced, { records }, saving) {
  const reversal = new Reversal(replaced);
  await reversal.runIn(records.known);
  records.withdraw(replaced.map(({ record }) => record));
  records.restore(reversal.written);
  saving.keepAside(reversal.left.map(({ before }) => before));
  await saving.save();
}

/** Undoes what a transaction wrote. */
export class Reversal {
  /** @type {SavedRecord[]} */
  written = [];
  /** @type {Replaced[]} of reviews that are no longer there: nothing was put back there */
  left = [];

  #replaced;

  /** @param {Replaced[]} replaced */
  constructor(replaced) {
    this.#replaced = replaced;
  }

  /** @param {import("./transaction.js").Place} place */
  async runIn(place) {
    this.written = [];
    const there = await this.#findThere(place);
    const existing = await place.existing(there.map(({ record }) => record));
    const now = ({ record }) => existing.get(keyText(record)) ?? record; // no record: nobody has changed it either
    const isUnchanged = (one) => now(one).changedAt === one.record.changedAt;
    const [unchanged, changed] = [there.filter(isUnchanged), there.filter((one) => !isUnchanged(one))];
    for (const one of changed) this.#keepBeside(place, one, now(one));
    const kept = await reviewsWrittenIn(place, unchanged);
    for (const one of unchanged) {
      // A new review that somebody has written in since stays one, and goes on saying whose it is.
      if (!one.before && isWhose(one.record) && kept.has(one.record.review)) continue;
      this.#putBack(place, one);
    }
  }

  async #findThere(place) {
    const reviews = [...new Set(this.#replaced.map(({ record }) => record.review))];
    const found = await Promise.all(reviews.map((review) => place.has(review)));
    const there = new Set(reviews.filter((_, n) => found[n]));
    this.left = this.#replaced.filter(({ record }) => !there.has(record.review));
    return this.#replaced.filter(({ record }) => there.has(record.review));
  }

  /** A deletion can have travelled in a copy: what it took comes back later than it. */
  #putBack(place, { record, before, aside }) {
    if (aside) place.delete(aside);
    if (!before) return place.delete(record);
    const isDeletion = record.value === null;
    const seen = record.seen === undefined ? {} : { seen: fingerprint("") };
    this.#put(
      place,
      isDeletion ? { ...before, ...seen, review: record.review, changedAt: laterThan(record) } : before,
    );
  }

  /** What has been changed since stays. What stood there before is added where it adds up, and set aside where it is words. */
  #keepBeside(place, { record, before, aside }, now) {
    const sum = sumOf(record.kind, record.field);
    if (sum && before && record.value === null)
      return this.#put(place, {
        ...before,
        value: sum(now.value, before.value, 1),
        changedAt: laterThan(now),
      });
    if (before?.kind === "set-aside" && before.value && !now.value)
      return this.#put(place, { ...before, review: record.review, changedAt: laterThan(now) });
    if (before && !aside && isLoss(before, { ...now, seen: undefined }))
      this.#put(place, setAside({ ...before, review: record.review }, "another-tab"));
  }

  #put(place, record) {
    this.written.push(record);
    place.put(record);
  }
}

const laterThan = ({ changedAt }) => Math.max(Date.now(), changedAt + 1);

/** The reviews among those of the records that hold more than these. */
async function reviewsWrittenIn(place, replaced) {
  const reviews = [
    ...new Set(
      replaced.filter(({ record, before }) => !before && isWhose(record)).map(({ record }) => record.review),
    ),
  ];
  const own = (review) =>
    replaced.filter(({ record, aside }) => record.review === review || aside?.review === review).length;
  const all = await Promise.all(reviews.map((review) => place.all(review)));
  return new Set(reviews.filter((review, n) => all[n].length > own(review)));
}
