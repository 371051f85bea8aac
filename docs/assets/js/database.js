/**
 * Records in IndexedDB. Nothing else in the site opens a database, and only store.js uses this.
 *
 * Every write is one transaction with strict durability: a write that is not flushed, or one to
 * `localStorage`, is lost when the browser is ended within seconds
 * (https://www.w3.org/TR/IndexedDB-3/#transaction-durability-hint).
 *
 * @typedef {import("./review.js").SavedRecord} SavedRecord
 */

const VERSION = 1;
const RECORDS = "records";
/** The review id of what belongs to the device and to no review. */
export const DEVICE = "";
const OPEN = [DEVICE, "device", "", "open"];

const keyOf = ({ review, kind, id, field }) => [review, kind, id, field];
const rangeOf = (...key) => IDBKeyRange.bound(key, [...key, []]); // an array sorts after every text

/**
 * @param {string} name
 * @param {boolean} mayCreate  whether to make the database where there is none: only reading leaves no trace
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

/**
 * @param {string} name
 * @returns {Promise<unknown>} settled once the database is gone
 */
export const deleteDatabase = (name) => settled(indexedDB.deleteDatabase(name));

/**
 * @param {IDBDatabase} database
 * @param {string} review
 * @param {string[]} kind  one kind only
 * @returns {Promise<unknown[]>} what is stored, readable or not
 */
export function readReview(database, review, ...kind) {
  return settled(database.transaction(RECORDS).objectStore(RECORDS).getAll(rangeOf(review, ...kind)));
}

/**
 * @param {IDBDatabase} database
 * @returns {Promise<string[]>} the ids of all reviews
 */
export function reviewIds(database) {
  return new Promise((resolve, reject) => {
    const ids = [];
    const after = IDBKeyRange.lowerBound([DEVICE, []]);
    const request = database.transaction(RECORDS).objectStore(RECORDS).openKeyCursor(after);
    request.onerror = () => reject(request.error);
    request.onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return resolve(ids);
      const [review] = cursor.key;
      ids.push(review);
      cursor.continue([review, []]); // past the rest of this review
    };
  });
}

/**
 * Writes records, all or none.
 *
 * @param {IDBDatabase} database
 * @param {(open: unknown) => SavedRecord[]} prepare  gets what is stored as the open review, gives what to write
 * @param {(existing: unknown, record: SavedRecord) => SavedRecord[]} settle  gets what is stored already, gives what
 *   is to be stored
 */
export function write(database, prepare, settle) {
  return inTransaction(database, (stored) => {
    stored.get(OPEN).onsuccess = ({ target: { result: open } }) => {
      for (const record of prepare(open)) {
        stored.get(keyOf(record)).onsuccess = ({ target: { result: existing } }) => {
          for (const settledRecord of settle(existing, record)) stored.put(settledRecord);
        };
      }
    };
  });
}

/**
 * Puts fields back to what they were, where nothing has changed them since.
 *
 * @param {IDBDatabase} database
 * @param {{record: SavedRecord, before: SavedRecord|null}[]} changes  what was written, and what it replaced
 */
export function revert(database, changes) {
  return inTransaction(database, (stored) => {
    for (const { record, before } of changes) {
      stored.get(keyOf(record)).onsuccess = ({ target: { result: existing } }) => {
        if (existing?.changedAt !== record.changedAt) return;
        if (before) stored.put(before);
        else stored.delete(keyOf(record));
      };
    }
  });
}

/**
 * @param {IDBDatabase} database
 * @param {string} review  all of whose records go
 */
export function removeReview(database, review) {
  return inTransaction(database, (stored) => stored.delete(rangeOf(review)));
}

function inTransaction(database, act) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(RECORDS, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    act(transaction.objectStore(RECORDS));
  });
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
