/**
 * Every record that a page knows of, and which of them no completed transaction holds yet. Pure: no document,
 * no database.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 */

import { DEVICE, isLoss, isReadable, laterOf, placeInReview, setAside } from "./record.js";

/** A record for each review and place in it. */
class Shelf {
  #reviews = new Map();

  get(record) {
    return this.#reviews.get(record.review)?.get(placeInReview(record));
  }

  set(record, value) {
    if (!this.#reviews.has(record.review)) this.#reviews.set(record.review, new Map());
    this.#reviews.get(record.review).set(placeInReview(record), value);
  }

  delete(record) {
    this.#reviews.get(record.review)?.delete(placeInReview(record));
  }

  of(review) {
    return [...(this.#reviews.get(review)?.values() ?? [])];
  }

  all() {
    return [...this.#reviews.keys()].flatMap((review) => this.of(review));
  }

  get reviews() {
    return [...this.#reviews.keys()];
  }
}

/** What a review has from its beginning, and nobody wrote. */
const BEGINNING = new Set(
  ["whose", "edition"].map((field) => placeInReview({ kind: "review", field, id: "" })),
);

export class Records {
  #known = new Shelf();
  #unsaved = new Shelf();
  #stored = new Shelf(); // each record as it is known to be stored: any other date there is another tab's work
  #aside = []; // what the transaction under way sets aside
  #begun = null; // the id of a review that a first change began, until it is stored

  /** @returns {any} the value of a field, or null */
  find(review, kind, id, field) {
    return this.#known.get({ review, kind, id, field })?.value ?? null;
  }

  /** @returns {SavedRecord|null} the record of the same field */
  like(record) {
    return this.#known.get(record) ?? null;
  }

  /** @returns {SavedRecord[]} */
  of(review) {
    return this.#known.of(review);
  }

  get reviews() {
    return this.#known.reviews;
  }

  get unsaved() {
    return this.#unsaved.all();
  }

  /**
   * Dates changes and takes them in as unsaved.
   *
   * @param {(import("./store.js").Change & {review: string})[]} changes
   * @returns {SavedRecord[]} the changed records, and what was set aside
   */
  change(changes) {
    const changed = changes.flatMap(({ over, ...change }) => {
      const before = this.like(change);
      const record = { ...change, changedAt: Math.max(Date.now(), (before?.changedAt ?? 0) + 1) };
      // A text from another tab that this change replaces without its writer having seen it.
      const isOverlooked = over !== undefined && before && before.value !== over && isLoss(before, record);
      if (!isOverlooked) return [record];
      this.#stored.set(before, before); // set aside here, and not again when this is saved
      return [setAside(before, "another-tab"), record];
    });
    for (const record of changed) {
      this.#known.set(record, record);
      this.#unsaved.set(record, record);
    }
    return changed;
  }

  /** Notes that a review began with a first change, and not because the person asked for one. */
  began(review) {
    this.#begun = review;
  }

  /** Whether a first change began a review that is not stored yet: another tab can have begun one too. */
  get isBegun() {
    return this.#begun !== null;
  }

  /**
   * Joins the review of one's own that is stored already: another tab began it at the same moment, or the database
   * opened late. The board's is never joined.
   *
   * @param {SavedRecord|null} own  the record that says whose it is, where there is one
   * @returns {SavedRecord[]} what is to be written
   */
  joined(own) {
    this.#aside = []; // of a transaction that failed
    if (own && this.#begun && own.review !== this.#begun) {
      const written = this.#known.of(this.#begun).filter((record) => !BEGINNING.has(placeInReview(record)));
      const device = this.#unsaved.of(DEVICE).filter(({ value }) => value === this.#begun);
      this.forget([...this.#known.of(this.#begun), ...device]);
      this.take([own]);
      for (const record of written) this.#bringIn({ ...record, review: own.review });
      for (const record of device) this.#bringIn({ ...record, value: own.review });
      this.#begun = null;
    }
    return this.unsaved;
  }

  /** Takes in a change of a field in which something else may stand: its writer has not seen that. */
  #bringIn(record) {
    this.#known.set(record, laterOf(this.like(record) ?? record, record));
    this.#unsaved.set(record, record);
    this.#stored.delete(record);
  }

  /**
   * Says what goes into the database for one record. What is stored and later stands, and nothing is lost.
   *
   * @param {unknown} existing  what is stored under its key, if anything
   * @param {SavedRecord} record
   * @returns {SavedRecord[]} what stands, and what is set aside
   */
  settle(existing, record) {
    if (!existing) return [record];
    const stands = isReadable(existing) ? laterOf(existing, record) : record;
    const aside = this.#asideOf(existing, record, stands);
    if (aside) this.#aside.push(aside);
    return aside ? [stands, aside] : [stands];
  }

  /**
   * @returns {{settle: Records["settle"], changes: {record: SavedRecord, before: SavedRecord|null}[]}} that settles, and
   *   notes what each record replaces, so that it can be put back
   */
  noting() {
    this.#aside = []; // as above
    const changes = [];
    const settle = (existing, record) => {
      const [stands, ...aside] = this.settle(existing, record);
      changes.push(
        { record: stands, before: existing ?? null },
        ...aside.map((one) => ({ record: one, before: null })),
      );
      return [stands, ...aside];
    };
    return { settle, changes };
  }

  #asideOf(existing, record, stands) {
    if (!isReadable(existing)) return setAside(existing, "unreadable");
    const isNews = existing.changedAt !== this.#stored.get(record)?.changedAt;
    const loser = stands === record ? existing : record;
    return isNews && isLoss(loser, stands) ? setAside(loser, "another-tab") : null;
  }

  /**
   * Notes that the transaction with these records has completed.
   *
   * @param {SavedRecord[]} records
   * @returns {SavedRecord[]} what it set aside
   */
  saved(records) {
    for (const record of records) {
      this.#stored.set(record, record);
      if (this.#unsaved.get(record) === record) this.#unsaved.delete(record);
    }
    const aside = this.#aside.splice(0);
    this.take(aside);
    if (records.some(({ review }) => review === this.#begun)) this.#begun = null;
    return aside;
  }

  /** Takes in records that are stored: the later of two stands. A change that waits was made without having seen them. */
  take(records) {
    for (const record of records.filter(isReadable)) {
      const known = this.like(record);
      this.#known.set(record, known ? laterOf(known, record) : record);
      if (!this.#unsaved.get(record)) this.#stored.set(record, record);
    }
  }

  /** @returns {unknown[]} those that this version of the site cannot read */
  unreadableIn(records) {
    return records.filter((record) => !isReadable(record));
  }

  /** Takes in records that cannot be stored now, as they are, and notes what each replaces. */
  hold(records, changes) {
    changes.push(...records.map((record) => ({ record, before: this.like(record) })));
    this.take(records);
    for (const record of records) this.#unsaved.set(record, this.like(record));
  }

  /** Puts a field back to what it was, unless something has changed it since. */
  putBack(record, before) {
    if (this.like(record)?.changedAt !== record.changedAt) return;
    this.forget([record]);
    this.take(before ? [before] : []);
  }

  forget(records) {
    for (const record of records) for (const shelf of this.#shelves) shelf.delete(record);
  }

  /** Forgets what is stored, to be read anew. What is not saved yet stays. */
  forgetStored() {
    this.forget(this.#stored.all().filter((record) => !this.#unsaved.get(record)));
  }

  forgetAll() {
    [this.#known, this.#unsaved, this.#stored] = [new Shelf(), new Shelf(), new Shelf()];
  }

  /** Nothing is stored any more: all of it has to be written again. */
  loseStored() {
    this.#stored = new Shelf();
    for (const record of this.#known.all()) this.#unsaved.set(record, record);
  }

  get #shelves() {
    return [this.#known, this.#unsaved, this.#stored];
  }
}
