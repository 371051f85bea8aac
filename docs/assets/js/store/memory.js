/**
 * Every record that a page knows of, and what it has still to write. Pure: no document, no database.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./transaction.js").Write} Write
 */

import { sumOf } from "./additive.js";
import { DEVICE, fingerprint, isProse, isReadable, keyText, laterOf } from "./record.js";
import { Shelf } from "./shelf.js";

export class Records {
  /** Where there is no database, transactions run in it. */
  known = new Shelf();

  /** @type {Write[]} */
  #waiting = [];
  /** @type {Write[]} in the transaction under way */
  #underWay = [];
  #joined = new Map(); // from a draft to the review that it became part of
  /** @type {SavedRecord[]|null} what came in while it was read what is stored */
  #heard = null;

  /** @returns {any} the value of a field, or null */
  find(review, kind, id, field) {
    return this.known.get({ review, kind, id, field })?.value ?? null;
  }

  /** @returns {Write[]} all that no completed transaction holds yet */
  get unsaved() {
    return [...this.#underWay, ...this.#waiting];
  }

  /**
   * Dates changes, takes them in, and has them wait to be written.
   *
   * @param {(import("./bound-page.js").Change & {review: string})[]} changes
   * @returns {import("./transaction.js").Replaced[]} what they replace on this page
   */
  change(changes) {
    return changes.map((change) => {
      const before = this.known.get(change) ?? null;
      const write = datedWrite(change, before);
      this.known.put(write.record);
      this.#wait(write);
      return { record: write.record, before };
    });
  }

  /**
   * Has records wait to be written as they are, and after them what waited for that before.
   *
   * @param {SavedRecord[]} records
   * @param {Write[]} [writes]
   */
  restore(records, writes = []) {
    const all = [...records.map((record) => ({ record })), ...writes];
    this.take(all.map(({ record }) => record));
    this.#waiting.push(...all);
  }

  /**
   * Has those of the records that were undone before they could be stored wait no longer.
   *
   * @param {SavedRecord[]} records
   */
  withdraw(records) {
    const nameOf = (record) => `${keyText(record)} ${record.changedAt}`;
    const undone = records.filter((record) => this.known.get(record)?.changedAt !== record.changedAt);
    const names = new Set(undone.map(nameOf));
    this.#waiting = this.#waiting.filter(({ record }) => !names.has(nameOf(record)));
  }

  /** One who types on changes the same text: it is written once, over what was seen at first. */
  #wait(write) {
    const { record } = write;
    const last = this.#waiting.map((one) => keyText(one.record)).lastIndexOf(keyText(record));
    const earlier = this.#waiting[last];
    const goesOn = earlier && !("more" in write) && !("more" in earlier);
    if (!goesOn || (record.seen !== undefined && record.seen !== fingerprint(earlier.record.value ?? "")))
      return this.#waiting.push(write);
    const { seen } = earlier.record;
    return this.#waiting.splice(last, 1, { record: seen === undefined ? record : { ...record, seen } });
  }

  /** @returns {Write[]} what a transaction is to write now */
  begin() {
    this.#underWay = this.#waiting.splice(0);
    return this.#underWay;
  }

  /**
   * Takes in what stands after a transaction. What it could not write waits on.
   *
   * @param {import("./transaction.js").Transaction} transaction
   * @returns {SavedRecord[]} what this page had not known
   */
  done({ standing, joined, gone }) {
    this.#waiting.unshift(...this.#underWay.filter(({ record }) => gone.has(record.review)));
    this.#underWay = [];
    for (const [draft, review] of joined) this.#move(draft, review);
    return this.take(standing);
  }

  /** The transaction has failed: all of it waits again. */
  failed() {
    for (const write of this.#waiting.splice(0, Infinity, ...this.#underWay.splice(0))) this.#wait(write);
  }

  /** @returns {SavedRecord} a record of a draft, as one of the review that it became part of */
  addressed(record) {
    const { review, id } = record;
    const ofDevice = review === DEVICE ? this.#joined.get(id) : undefined;
    return { ...record, review: this.#joined.get(review) ?? review, id: ofDevice ?? id };
  }

  /** What was written into a draft belongs to the review that another tab had begun. */
  #move(draft, review) {
    this.#joined.set(draft, review);
    this.known.deleteAll(draft);
    this.#waiting = this.#waiting.map(({ record, ...rest }) => ({ ...rest, record: this.addressed(record) }));
    for (const { record } of this.#waiting) this.take([record]);
  }

  /**
   * Takes in records that are stored: the later of two stands.
   *
   * @param {SavedRecord[]} records
   * @returns {SavedRecord[]} of these, what this page had not known
   */
  take(records) {
    this.#heard?.push(...records);
    return records.filter(isReadable).filter((record) => putLater(this.known, record));
  }

  /** From now on notes what comes in, so that it is not lost when what is being read is swapped in. */
  expect() {
    this.#heard = [];
  }

  /**
   * Takes what was read in the place of all that was known, in one step. What is not saved yet stays.
   *
   * @param {SavedRecord[]} records
   */
  swap(records) {
    const next = new Shelf();
    for (const record of [...records, ...(this.#heard ?? [])]) if (isReadable(record)) putLater(next, record);
    for (const write of this.unsaved) putWrite(next, write);
    this.known = next;
    this.#heard = null;
  }

  /** @returns {Write[]} what waited to be written to a review that is forgotten */
  forget(review) {
    this.known.deleteAll(review);
    const isOf = ({ record }) => record.review === review;
    const forgotten = this.unsaved.filter(isOf);
    this.#waiting = this.#waiting.filter((write) => !isOf(write));
    this.#underWay = this.#underWay.filter((write) => !isOf(write));
    return forgotten;
  }

  forgetAll() {
    this.known = new Shelf();
    [this.#waiting, this.#underWay] = [[], []];
  }

  /** Nothing is stored any more: all of it has to be written again. */
  loseStored() {
    this.#waiting = this.known.heads().map((record) => ({ record }));
  }
}

/**
 * @param {import("./bound-page.js").Change & {review: string}} change
 * @param {SavedRecord|null} before
 * @returns {Write}
 */
function datedWrite({ over, more, sign = 1, ...change }, before) {
  const { kind, field } = change;
  const isTyped = isProse(kind, field);
  const value = more === undefined ? change.value : sumOf(kind, field)(before?.value ?? null, more, sign);
  const record = {
    ...change,
    value,
    changedAt: Math.max(Date.now(), (before?.changedAt ?? 0) + 1),
    ...(isTyped && { seen: fingerprint(over ?? before?.value ?? "") }),
  };
  return more === undefined ? { record } : { record, more, sign };
}

function putLater(shelf, record) {
  const known = shelf.get(record);
  if (known && laterOf(known, record) === known) return false;
  shelf.put(record);
  return true;
}

/**
 * @param {Shelf} shelf
 * @param {Write} write
 */
function putWrite(shelf, { record, more, sign }) {
  if (more === undefined) return putLater(shelf, record);
  const known = shelf.get(record);
  const value = sumOf(record.kind, record.field)(known?.value ?? null, more, sign);
  shelf.put({ ...record, value, changedAt: Math.max(record.changedAt, (known?.changedAt ?? 0) + 1) });
}
