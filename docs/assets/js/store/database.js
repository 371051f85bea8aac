/**
 * Records in IndexedDB. Nothing else in the site opens a database, and only the store uses this.
 *
 * Every write is one transaction with strict durability: a write that is not flushed, or one to
 * `localStorage`, is lost when the browser is ended within seconds
 * (https://www.w3.org/TR/IndexedDB-3/#transaction-durability-hint).
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 *
 * @typedef {object} Owner  who is told what happens to the database from outside
 * @property {() => void} opened    it could be opened after all, after `open` had given up
 * @property {() => void} removed   another tab has removed it
 * @property {() => void} outdated  another tab needs a newer version of it
 * @property {() => void} lost      the browser has removed what was kept
 */

import { DEVICE, keyOf, keyText } from "./record.js";

const VERSION = 1;
const RECORDS = "records";
const MINE = [DEVICE, "device", "", "mine"];
const OPENING_TIME = 3000; // milliseconds: some browsers never answer where storage is switched off
const AT_ONCE = 1000; // records in one task, so that the page goes on answering between two

const rangeOf = (...key) => IDBKeyRange.bound(key, [...key, []]); // an array sorts after every text

/** The database of one guide. What reads or writes needs it to be open. */
export class Database {
  #name;
  #owner = null;
  #connection = null;
  #connecting = null;

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
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
    return settled(indexedDB.deleteDatabase(this.#name));
  }

  /**
   * @param {string} review
   * @returns {Promise<unknown[]>} what is stored, readable or not
   */
  readReview(review) {
    return readAll(this.#connection.transaction(RECORDS).objectStore(RECORDS), rangeOf(review));
  }

  /** @returns {Promise<unknown[]>} of every review what it says of itself: whose it is, its name and its dates */
  heads() {
    return new Promise((resolve, reject) => {
      const transaction = this.#connection.transaction(RECORDS);
      const stored = transaction.objectStore(RECORDS);
      const heads = [];
      stored.openKeyCursor(IDBKeyRange.lowerBound([DEVICE, []])).onsuccess = ({
        target: { result: cursor },
      }) => {
        if (!cursor) return;
        const [review] = cursor.key;
        stored.getAll(rangeOf(review, "review")).onsuccess = ({ target: { result: head } }) =>
          heads.push(...head);
        cursor.continue([review, []]); // past the rest of this review
      };
      transaction.oncomplete = () => resolve(heads);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  /**
   * Writes a few records, all or none, in as few rounds as it can be done: a person waits to read that they are saved.
   *
   * @param {(own: SavedRecord|null) => SavedRecord[]} prepare  gets the `whose` of the review of one's own
   *   that was open last, where it is asked for and stored; gives what to write
   * @param {(existing: unknown, record: SavedRecord) => SavedRecord[]} settle  gets what is stored already, gives what
   *   is to be stored
   * @param {boolean} asksForOwn  whether `prepare` wants to know
   * @returns {Promise<void>}
   */
  write(prepare, settle, asksForOwn) {
    return this.#inTransaction(async (stored) => {
      const records = prepare(asksForOwn ? await ownIn(stored) : null);
      const requests = records.map((record) => stored.get(keyOf(record)));
      const existing = await Promise.all(requests.map(settled));
      for (const [n, record] of records.entries()) {
        for (const settledRecord of settle(existing[n], record)) stored.put(settledRecord);
      }
      stored.transaction.commit();
    });
  }

  /**
   * Writes many records, all or none: what is stored is read a review at a time, not a record at a time.
   *
   * @param {SavedRecord[]} records
   * @param {(existing: unknown, record: SavedRecord) => SavedRecord[]} settle  as above
   * @returns {Promise<void>}
   */
  writeAll(records, settle) {
    return this.#inTransaction(async (stored) => {
      for (const [existing, some] of await besideStored(stored, records, (record) => record)) {
        await inBatches(
          some.flatMap((record) => settle(existing.get(keyText(record)), record)),
          (record) => stored.put(record),
        );
      }
    });
  }

  /**
   * Puts fields back to what they were, where nothing has changed them since.
   *
   * @param {{record: SavedRecord, before: SavedRecord|null}[]} changes  what was written, and what it replaced
   * @returns {Promise<void>}
   */
  revert(changes) {
    return this.#inTransaction(async (stored) => {
      for (const [existing, some] of await besideStored(stored, changes, ({ record }) => record)) {
        const unchanged = some.filter(
          ({ record }) => existing.get(keyText(record))?.changedAt === record.changedAt,
        );
        // A new review that has been written in since stays one: without the record that says whose it is,
        // it could not be opened.
        const isWritten = existing.size > unchanged.length;
        const goes = ({ record, before }) => before || !isWritten || record.field !== "whose";
        await inBatches(unchanged.filter(goes), ({ record, before }) =>
          before ? stored.put(before) : stored.delete(keyOf(record)),
        );
      }
    });
  }

  /**
   * @param {string} review  all of whose records go
   * @returns {Promise<void>}
   */
  removeReview(review) {
    return this.#inTransaction(async (stored) => stored.delete(rangeOf(review)));
  }

  /** Whatever goes wrong on the way, nothing of it is written. */
  #inTransaction(act) {
    return new Promise((resolve, reject) => {
      const transaction = this.#connection.transaction(RECORDS, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      act(transaction.objectStore(RECORDS)).catch((error) => {
        reject(transaction.error ?? error); // why it was ended, and not that it had ended
        if (!transaction.error) transaction.abort();
      });
    });
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

/** The `whose` of the review that the device notes as one's own, where it is one: it can have been removed. */
async function ownIn(stored) {
  const id = (await settled(stored.get(MINE)))?.value;
  const whose = typeof id === "string" ? await settled(stored.get([id, "review", "", "whose"])) : null;
  return whose?.value === "mine" ? whose : null;
}

async function readAll(stored, { lower, upper }) {
  const found = [];
  let some;
  do {
    const after = found.length ? keyOf(found.at(-1)) : lower;
    some = await settled(stored.getAll(IDBKeyRange.bound(after, upper, found.length > 0), AT_ONCE));
    found.push(...some);
  } while (some.length === AT_ONCE);
  return found;
}

/** For each review that the items are about: what is stored of it, by name, and the items. */
async function besideStored(stored, items, recordOf) {
  const groups = new Map(items.map((item) => [recordOf(item).review, []]));
  for (const item of items) groups.get(recordOf(item).review).push(item);
  const beside = [];
  for (const [review, some] of groups) {
    const existing = await readAll(stored, rangeOf(review));
    beside.push([new Map(existing.map((record) => [keyText(record), record])), some]);
  }
  return beside;
}

async function inBatches(items, request) {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await settled(
      items
        .slice(from, from + AT_ONCE)
        .map(request)
        .at(-1),
    );
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
