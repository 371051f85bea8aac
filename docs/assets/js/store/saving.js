/**
 * Writes what waits on a page, until all of it is stored.
 *
 * One transaction runs at a time, with all that waited when it began; what is typed meanwhile waits for the next. Until
 * a transaction has completed nothing counts as saved, and where it fails all of it waits again, so that no failure can
 * lose a word. What the transaction finds stored may differ from what the page knew, as other tabs write too. It says
 * afterwards what stands, and of each review that was written to whether
 *
 * - it had not begun, and another tab has begun one of its kind since: then both are one, and the page moves there
 * - another tab has deleted it: nothing is written, and the person is asked; or, where the page shows another review by
 *   now, its words are set aside in that one
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 */

import { isLoss, setAside } from "./record.js";
import { isWhose } from "./review.js";
import { Transaction } from "./transaction.js";

const RETRY_TIME = 3000; // milliseconds

export class Saving {
  #page;
  #edition;
  #database;
  #tabs;
  #readAnew;
  #writing = null;
  #retry = null;

  /**
   * @param {import("./bound-page.js").BoundPage} page
   * @param {string} edition  of the guide
   * @param {import("./database.js").Database} database
   * @param {import("./tabs.js").Tabs} tabs
   * @param {() => Promise<void>} readAnew  reads the page's review, where that became another
   */
  constructor(page, edition, database, tabs, readAnew) {
    this.#page = page;
    this.#edition = edition;
    this.#database = database;
    this.#tabs = tabs;
    this.#readAnew = readAnew;
  }

  /** @returns {Promise<void>} settled when nothing waits, or when saving has failed and the state says why */
  save() {
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = null));
    return this.#writing;
  }

  /**
   * Does work of another kind in a transaction of its own. Where there is no database it is done in memory, and stored
   * once there is one.
   *
   * @param {{runIn: (place: import("./transaction.js").Place) => Promise<void>, written: SavedRecord[]}} work
   */
  async run(work) {
    const { records } = this.#page;
    await this.#database.open().catch((error) => this.#fail(error));
    if (this.#database.isOpen) return this.#database.run(work);
    await work.runIn(records.known);
    records.restore(work.written);
  }

  /**
   * Sets the words among records aside in the page's review: their own is no longer there.
   *
   * @param {(SavedRecord|null)[]} records
   */
  keepAside(records) {
    const words = records.filter((record) => record && isLoss(record, {}));
    const asides = records.filter((record) => record?.kind === "set-aside" && record.value);
    const all = [...words.map((record) => setAside(record, "another-tab")), ...asides];
    this.#page.change(all.map((record) => ({ ...record, review: this.#page.review })));
  }

  async #writeAll() {
    const page = this.#page;
    clearTimeout(this.#retry);
    while (page.records.unsaved.length) {
      if (page.isDeleted) return;
      if (page.state.name !== "not-kept") page.setState({ ...page.state, name: "saving" });
      try {
        await this.#database.open();
        await this.#write();
      } catch (error) {
        return this.#fail(error);
      }
    }
    if (page.isDeleted || (page.state.name === "not-kept" && !this.#database.isOpen)) return;
    page.setState({ name: "kept", savedAt: Date.now() });
  }

  #fail(error) {
    const page = this.#page;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.save(), RETRY_TIME);
    if (!page.isDeleted) page.setState({ name: "not-kept", reason: this.#database.reasonOf(error) });
  }

  async #write() {
    const { records, drafts } = this.#page;
    const transaction = new Transaction(records.begin(), { drafts: drafts.all(), edition: this.#edition });
    try {
      await this.#database.run(transaction);
    } catch (error) {
      records.failed();
      throw error;
    }
    const news = records.done(transaction);
    const { written, joined, gone } = transaction;
    this.#tabs.sayChanged(written);
    this.#page.review = joined.get(this.#page.review) ?? this.#page.review;
    for (const { review } of written.filter(isWhose)) drafts.forget(review);
    for (const draft of joined.keys()) drafts.forget(draft);
    for (const review of gone) this.#findGone(review);
    if (joined.size) await this.#readAnew();
    else this.#page.tell(news);
  }

  #findGone(review) {
    const { records } = this.#page;
    if (review === this.#page.review) this.#page.setState({ name: "not-kept", reason: "deleted" });
    else this.keepAside(records.forget(review).map(({ record }) => record));
  }
}
