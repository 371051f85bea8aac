/**
 * The database of one guide, in IndexedDB. Nothing else in the site opens a database, and only the store uses this.
 *
 * Every write is one transaction with strict durability: a write that is not flushed, or one to
 * `localStorage`, is lost when the browser is ended within seconds
 * (https://www.w3.org/TR/IndexedDB-3/#transaction-durability-hint).
 *
 * In a page that is left and held back for the Back button nothing goes on. Safari would keep its transaction open, and
 * with that hold up every other page; Chromium would throw the page away; Firefox would never say how it ended. So one
 * that has still to ask for something is ended as the page is left, and begins anew when the page comes back.
 *
 * @typedef {object} Owner  who is told what happens to the database from outside
 * @property {() => void} opened    it could be opened after all, later than somebody waited for
 * @property {() => void} removed   another tab has removed it
 * @property {() => void} outdated  another tab needs a newer version of it
 * @property {() => void} lost      the browser has closed it: what was kept may be there or gone
 *
 * @typedef {object} Work  what is done in one transaction: all of it or nothing
 * @property {(stored: Stored) => Promise<void>} runIn  may be called again, from the start
 */

import { Stored } from "./stored.js";

const VERSION = 1;
const RECORDS = "records";
const OPENING_TIME = 3000; // milliseconds: some browsers never answer where storage is switched off
// Safari leaves a connection that throws these at whatever it is asked, for ever: https://bugs.webkit.org/show_bug.cgi?id=197050
const DEAD = ["InvalidStateError", "UnknownError"];

/** What reads or writes needs it to be open. */
export class Database {
  #name;
  #owner = null;
  #connection = null;
  #connecting = null;
  #shown = Promise.resolve(); // settled while the page is not held back
  #running = new Map(); // from each transaction under way to what settles it

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
    addEventListener("pagehide", ({ persisted }) => persisted && this.#pause());
  }

  /** @param {Owner} owner  the only one that uses it */
  belongTo(owner) {
    this.#owner = owner;
  }

  get isOpen() {
    return this.#connection !== null;
  }

  /**
   * Opens the database, or fails in good time; an answer that comes later still counts.
   *
   * @param {boolean} [mayCreate]  whether to make it where there is none: only reading leaves no trace
   */
  async open(mayCreate = true) {
    if (this.isOpen) return;
    const isUnderWay = this.#connecting !== null;
    this.#connecting ??= openDatabase(this.#name, mayCreate)
      .then((connection) => connection && this.#watch(connection))
      .finally(() => (this.#connecting = null));
    const tooLate = new Promise((_, reject) => setTimeout(reject, OPENING_TIME));
    await Promise.race([this.#connecting, tooLate]);
    if (isUnderWay && mayCreate) await this.open(); // the one under way may only have looked
  }

  /** @returns {Promise<unknown>} settled once the database is gone */
  remove() {
    this.#close();
    const request = indexedDB.deleteDatabase(this.#name);
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(null);
      request.onerror = () => reject(request.error);
    });
  }

  /**
   * Does something in one transaction, and once more where the connection proves dead.
   *
   * @param {Work} work
   * @param {"readwrite"|"readonly"} [mode]
   * @returns {Promise<void>} settled when the transaction has completed
   */
  async run(work, mode = "readwrite") {
    try {
      await this.#runWhileShown(work, mode);
    } catch (error) {
      if (!DEAD.includes(error?.name)) throw error;
      this.#close();
      await this.open(mode === "readwrite");
      if (!this.isOpen) throw error;
      await this.#runWhileShown(work, mode);
    }
  }

  /**
   * @param {any} error  that opening, reading or writing ended with
   * @returns {"full"|"newer"|"failed"|"blocked"} why nothing is kept
   */
  reasonOf(error) {
    if (error?.name === "QuotaExceededError") return "full";
    if (error?.name === "VersionError") return "newer";
    return this.isOpen ? "failed" : "blocked";
  }

  async #runWhileShown(work, mode) {
    let isDone = false;
    while (!isDone) {
      await this.#shown;
      isDone = await this.#runOnce(work, mode);
    }
  }

  /**
   * Whatever goes wrong on the way, nothing of it is written.
   *
   * @returns {Promise<boolean>} whether it was done before the page was left
   */
  #runOnce(work, mode) {
    const transaction = this.#connection.transaction(RECORDS, mode, { durability: "strict" });
    const running = new Promise((resolve, reject) => {
      this.#running.set(transaction, resolve);
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => reject(transaction.error);
      const commit = () => mode === "readwrite" && transaction.commit();
      work
        .runIn(new Stored(transaction.objectStore(RECORDS)))
        .then(commit)
        .catch((error) => {
          reject(transaction.error ?? error); // why it was ended, and not that it had ended
          end(transaction);
        });
    });
    return running.finally(() => this.#running.delete(transaction));
  }

  #pause() {
    this.#shown = new Promise((back) => addEventListener("pageshow", () => back(), { once: true }));
    for (const [transaction, resolve] of this.#running) if (end(transaction)) resolve(false);
  }

  #watch(connection) {
    this.#connection = connection;
    connection.onversionchange = ({ newVersion }) => {
      this.#close();
      if (newVersion === null) this.#owner.removed();
      else this.#owner.outdated();
    };
    connection.onclose = () => {
      this.#connection = null;
      this.#owner.lost();
    };
    this.#owner.opened();
  }

  #close() {
    this.#connection?.close();
    this.#connection = null;
  }
}

/** @returns {boolean} whether it could still be ended, with nothing of it written */
function end(transaction) {
  try {
    transaction.abort();
    return true;
  } catch {
    return false; // all that it writes is on its way, or it has ended
  }
}

/**
 * @param {string} name
 * @param {boolean} mayCreate
 * @returns {Promise<IDBDatabase|null>}
 */
export function openDatabase(name, mayCreate) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    let isMissing = false;
    request.onupgradeneeded = () => {
      isMissing = !mayCreate;
      if (isMissing) request.transaction.abort();
      else request.result.createObjectStore(RECORDS, { keyPath: ["review", "kind", "id", "field"] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (isMissing ? resolve(null) : reject(request.error));
  });
}
