/**
 * Everything that is kept for one guide on this device, for the views of one page: they ask it, change it and listen to
 * it, and nothing else. What the page has changed is in memory at once, is written (saving.js), and read again when
 * somebody else may have changed it (loading.js).
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./record.js").Whose} Whose
 * @typedef {import("./bound-page.js").PageWhose} PageWhose
 * @typedef {import("./bound-page.js").Change} Change
 * @typedef {import("./copies.js").KeptReview} KeptReview
 * @typedef {import("./undoing.js").Undo} Undo
 * @typedef {{guide: string, edition: string, reviews: KeptReview[]}} Kept
 */

import { BoundPage } from "./bound-page.js";
import { asidesOfDevice, copiesOf } from "./copies.js";
import { Loading } from "./loading.js";
import { DEVICE, newId } from "./record.js";
import { remove } from "./removal.js";
import { isWhose, pointer, startOf } from "./review.js";
import { Saving } from "./saving.js";
import { Tabs } from "./tabs.js";
import { Transaction } from "./transaction.js";
import { undo } from "./undoing.js";

export class Store {
  #guide;
  #page;
  #database;
  #tabs;
  #saving;
  #loading;

  /**
   * @param {{guide: string, edition: string}} guide  its id (sites under one address share storage, so it names
   *   ours) and edition
   * @param {PageWhose} whose  answers the page holds
   * @param {import("./memory.js").Records} records  none yet
   * @param {import("./database.js").Database} database  not open yet
   */
  constructor(guide, whose, records, database) {
    const page = new BoundPage(whose, records);
    this.#guide = guide;
    this.#page = page;
    this.#database = database;
    this.#tabs = new Tabs(guide.guide, {
      changed: (changed) => this.#hear(changed),
      stale: () => this.#loading.open(),
      removed: () => {
        page.forgetAll();
        location.reload(); // so that nothing of it is left on the page either
      },
    });
    this.#saving = new Saving(page, guide.edition, database, this.#tabs, () => this.#loading.read());
    this.#loading = new Loading(page, database, this.#tabs, () => this.#saving.save());
    database.belongTo({
      opened: () => page.state.name === "not-kept" && this.#loading.open(),
      removed: () => page.forgetAll(),
      outdated: () => page.setState({ name: "not-kept", reason: "newer" }),
      lost: () => this.#loading.reopen(),
    });
    /** Settled once the saved answers are there, or once it is clear that they cannot be had. */
    this.opened = this.#loading.open();
    addEventListener("pageshow", ({ persisted }) => persisted && this.#loading.open());
  }

  get state() {
    return this.#page.state;
  }

  /** Records of the device and the page's review that could not be read. They stay as they are. */
  get unreadable() {
    return this.#page.unreadable;
  }

  /** @returns {string} the id of the page's review: of one that begins with the first thing written, where there is none */
  get review() {
    return this.#page.review;
  }

  /** @returns {Whose} whose answers the page's review holds */
  get whose() {
    return this.#page.whoseOf(this.review);
  }

  /** @returns {boolean} whether the page's review has begun */
  get isBegun() {
    return this.#page.isBegun;
  }

  /** @returns {any} the value of a field of the page's review, or null */
  get(kind, id, field) {
    return this.#page.records.find(this.review, kind, id, field);
  }

  /** @returns {any} the value of a field of this device, or of what it notes about one review, or null */
  device(field, review = "") {
    return this.#page.records.find(DEVICE, "device", review, field);
  }

  /**
   * @param {string} [review]  the page's, or another
   * @returns {SavedRecord[]} what this page knows of it: of another review perhaps its name and dates only
   */
  records(review = this.review) {
    return this.#page.records.known.all(review);
  }

  /** @returns {{id: string, whose: Whose, name: string|null, heldOn: string|null}[]} every review on this device */
  reviews() {
    const { records } = this.#page;
    const field = (id, name) => records.find(id, "review", "", name);
    const ids = records.known.reviews.filter((id) => id !== DEVICE).sort();
    return ids.map((id) => ({
      id,
      whose: this.#page.whoseOf(id),
      name: field(id, "name"),
      heldOn: field(id, "heldOn"),
    }));
  }

  /**
   * @param {Whose} whose
   * @returns {string} the review of those answers that was open last, or the latest; where there is none, one that begins
   *   with the first thing written
   */
  latest(whose) {
    return this.#page.latest(whose);
  }

  /**
   * @param {string} review
   * @returns {Promise<SavedRecord[]>} all of its records that can be read; where reading fails, what this page knows
   */
  async readReview(review) {
    const [{ records }] = await copiesOf([review], this.#page, this.#loading);
    return records;
  }

  /**
   * @param {string[]} ids
   * @returns {Promise<Kept>} all that is kept of these reviews
   */
  async copyOf(ids) {
    return { ...this.#guide, reviews: await copiesOf(ids, this.#page, this.#loading) };
  }

  /** @returns {Promise<Kept>} all that is kept */
  async copyOfEverything() {
    await this.#loading.read().catch(() => {}); // another tab may have begun a review since
    const copy = await this.copyOf(this.reviews().map(({ id }) => id));
    const id = copy.reviews[0]?.id ?? "set-aside";
    const records = await asidesOfDevice(id, this.#loading);
    if (records.length) copy.reviews.push({ id, records });
    return copy;
  }

  /**
   * Changes fields, all or none. A review that has not begun begins with that.
   *
   * @param {Change[]} changes
   * @returns {Promise<void>} settled when they are saved, or when saving has failed and the state says why
   */
  set(changes) {
    this.#page.change(changes);
    return this.#saving.save();
  }

  /**
   * Changes fields like `set`.
   *
   * @param {Change[]} changes
   * @returns {Undo}
   */
  setUndoably(changes) {
    const replaced = this.#page.change(changes);
    this.#saving.save();
    return () => this.#undo(replaced);
  }

  /** Changes a field of this device, or what it notes about one review. */
  setDevice(field, value, review = "") {
    return this.set([{ review: DEVICE, kind: "device", id: review, field, value }]);
  }

  /**
   * Shows the latest review with those answers on this page. Nothing is written.
   *
   * @param {Whose} whose
   */
  choose(whose) {
    this.#page.whose = whose;
    return this.#show(this.latest(whose));
  }

  /**
   * Shows a review on this page, and notes that it was open last where it has begun.
   *
   * @param {string} review  its id
   */
  async openReview(review) {
    if (review === this.review) return;
    const whose = this.#page.whoseOf(review);
    const saving = this.#page.drafts.has(review) || this.set([pointer(whose, review)]);
    await this.#show(review);
    await saving;
  }

  /**
   * Begins a review and shows it on this page.
   *
   * @param {Whose} whose
   * @param {Change[]} [changes]  what it holds from the start
   */
  async begin(whose, changes = []) {
    const review = newId();
    const start = startOf(review, whose, this.#guide.edition);
    const saving = this.set([...start, ...changes.map((change) => ({ ...change, review }))]);
    await this.#show(review);
    await saving;
  }

  /**
   * Takes in records from elsewhere as they are, all or none; what is stored and later stands. Where nothing
   * can be stored they stay on the page, like anything else.
   *
   * @param {SavedRecord[]} records
   * @returns {Promise<Undo>}
   * @throws {Error} when they could not be saved; nothing has changed then
   */
  async add(records) {
    const writes = records.map((record) => ({ record }));
    const transaction = new Transaction(writes, { reason: "file" });
    await this.#saving.save();
    await this.#saving.run(transaction);
    if (transaction.gone.size)
      throw new Error("expected the review that records are added to, got none: another tab has deleted it");
    await this.#loading.readEverywhere();
    return () => this.#undo(transaction.replaced);
  }

  /**
   * Removes reviews from this device. Where the page's is among them, it shows the latest that is left.
   *
   * @param {string[]} reviews
   * @returns {Promise<Undo>}
   */
  remove(reviews) {
    return remove(reviews, this.#page, this.#saving, this.#loading);
  }

  /** Removes everything that is kept for this guide on this device, in every tab. */
  async removeEverything() {
    const removed = this.#database.remove();
    this.#tabs.sayRemoved();
    this.#page.forgetAll();
    await removed;
  }

  /** Puts back the page's review, which another tab has deleted, as this page knows it. */
  async restore() {
    const start = startOf(this.review, this.whose, this.#guide.edition);
    this.#page.records.restore([...start, ...this.records()]);
    this.#page.state = { name: "saving" };
    await this.#saving.save();
    await this.#loading.readEverywhere();
  }

  /** Lets go of the page's review, which another tab has deleted, and shows the latest that is left. */
  async letGo() {
    this.#page.records.forget(this.review);
    this.#page.state = { name: "kept" };
    await this.#show(this.#page.latestForPage());
    await this.#saving.save();
  }

  /**
   * @param {string[]} kinds  of records; a page that comes to show another review, or shows it anew, has all changed
   * @param {import("./listeners.js").Listener} listener
   */
  subscribe(kinds, listener) {
    this.#page.listeners.add(kinds, listener);
  }

  /** @param {() => void} listener  called when the page comes to show another review, or shows it anew */
  onReview(listener) {
    this.#page.listeners.add([], listener);
  }

  /** @param {() => void} listener  called when the state has changed */
  onState(listener) {
    this.#page.listeners.addOfState(listener);
  }

  #show(review) {
    this.#page.review = review;
    this.#page.tellAll();
    return this.#loading.read().catch(() => {});
  }

  async #undo(replaced) {
    await undo(replaced, this.#page, this.#saving);
    await this.#loading.readEverywhere();
  }

  /** Another tab has stored records: perhaps the first of a review that this page has to begin as well. */
  #hear(records) {
    this.#page.records.take(records);
    if (!this.isBegun && records.some(isWhose)) this.#loading.open();
    else this.#page.tell(records);
  }
}
