/**
 * Reads what is stored into what a page knows: when it opens, when it comes back, and when another tab has changed more
 * than it names.
 *
 * - What is known is never torn down first. All of it is read into a new shelf and swapped in one step, with what came
 *   in meanwhile and what is not stored yet: until then the page goes on with what it knew.
 * - One reading runs at a time. What changes while it runs, be it what is stored or which review the page shows, is read
 *   again.
 * - A page that comes back (the Back button) was frozen and has heard nothing: it reads like one that opens.
 * - A review that is not stored any more stays in sight with what was typed into it, and nothing is written. If it comes
 *   back, by another tab's undo, what waited is written.
 * - A page whose review has not begun takes the one that another tab has begun, unless something waits to be written
 *   here: then the transaction that begins this one finds that out (saving.js).
 */

import { Reading } from "./reading.js";
import { isWhose } from "./review.js";

export class Loading {
  #page;
  #database;
  #tabs;
  #save;
  #reading = null;
  #isStale = false;

  /**
   * @param {import("./bound-page.js").BoundPage} page
   * @param {import("./database.js").Database} database
   * @param {import("./tabs.js").Tabs} tabs
   * @param {() => Promise<void>} save  writes what waits
   */
  constructor(page, database, tabs, save) {
    this.#page = page;
    this.#database = database;
    this.#tabs = tabs;
    this.#save = save;
  }

  /** @returns {Promise<void>} settled once what is saved is known, or once the state says why it cannot be had */
  async open() {
    const page = this.#page;
    try {
      await this.#database.open(false);
      await this.read();
      if (page.isDeleted) return;
      if (page.records.unsaved.length) await this.#save();
      else page.setState({ ...page.state, name: "kept" });
    } catch (error) {
      page.setState({ name: "not-kept", reason: this.#database.reasonOf(error) });
    }
  }

  /** The browser has closed the database. What was kept may have gone: then it is put back with the next change, never silently. */
  async reopen() {
    await this.#database.open(false).catch(() => {});
    if (this.#database.isOpen) return this.open();
    this.#page.records.loseStored();
    this.#page.setState({ name: "not-kept", reason: "failed" });
  }

  /** @returns {Promise<void>} settled once the page knows what is stored */
  read() {
    this.#isStale = true;
    this.#reading ??= this.#readUntilFresh().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Reads, and has other tabs read. */
  async readEverywhere() {
    this.#tabs.sayStale();
    await this.read();
  }

  /**
   * @param {string} review
   * @returns {Promise<any[]>} all that is stored of it, readable or not; where reading fails, what this page knows
   */
  async readAll(review) {
    const reading = { found: [], runIn: async (stored) => (reading.found = await stored.all(review)) };
    try {
      if (this.#database.isOpen) await this.#database.run(reading, "readonly");
      return reading.found;
    } catch {
      return this.#page.records.known.all(review);
    }
  }

  async #readUntilFresh() {
    const page = this.#page;
    while (this.#isStale) {
      this.#isStale = false;
      if (!this.#database.isOpen) return page.tellAll();
      const shown = page.review;
      const reading = new Reading(page.isBegun ? shown : null, page.whose);
      page.records.expect();
      await this.#database.run(reading, "readonly");
      if (page.review === shown) this.#takeIn(reading);
      else this.#isStale = true; // the page shows another by now
    }
  }

  #takeIn(reading) {
    const page = this.#page;
    const { review, records } = page;
    const waiting = records.unsaved.map(({ record }) => record).filter((record) => record.review === review);
    const isGone = reading.isGone && !waiting.some(isWhose);
    records.swap([...reading.records, ...(isGone ? records.known.all(review) : [])]);
    page.unreadable = reading.unreadable;
    if (!page.isBegun && reading.review && !waiting.length) page.review = reading.review;
    if (isGone) page.setState({ name: "not-kept", reason: "deleted" });
    else if (page.isDeleted) {
      page.state = { name: "saving" };
      this.#save();
    }
    page.tellAll();
  }
}
