/**
 * Keeps the answers. The only user of IndexedDB and BroadcastChannel.
 *
 * What is saved is in memory too: what cannot be written stays there, is tried again, and the state says so.
 * IndexedDB with strict durability, because a `localStorage` write is lost when the browser is ended within
 * seconds (https://www.w3.org/TR/IndexedDB-3/#transaction-durability-hint).
 *
 * @typedef {import("./review.js").SavedRecord} SavedRecord
 * @typedef {import("./review.js").Sort} Sort
 * @typedef {{kind: string, id: string, field: string, value: unknown}} Change  one field of the open review
 *
 * @typedef {object} State
 * @property {"opening"|"kept"|"saving"|"not-kept"} name
 * @property {"blocked"|"full"|"newer"|"failed"} [reason]  why it is not kept
 * @property {number} [savedAt]  when the last transaction of this page completed, in milliseconds since 1970
 *
 * @callback Listener
 * @param {SavedRecord[]|null} changed  null when anything can have changed
 */

import { isReadable, keyOf, laterOf } from "./review.js";

const VERSION = 1;
const OPENING_TIME = 3000; // milliseconds: some browsers never answer where storage is switched off
const RETRY_TIME = 3000; // milliseconds
const DEVICE = ""; // the review id of what belongs to the device

const nameOf = (record) => keyOf(record).join("\n");
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("");

/** Everything that is kept for one guide on this device. */
export class Store {
  /** @type {State} */
  state = { name: "opening" };
  /** How many saved records could not be read. They stay as they are. */
  unreadable = 0;

  #guide;
  #database = null;
  #channel = null;
  #listeners = new Set();
  #records = new Map(); // every record seen, by name
  #unsaved = new Map(); // those that no completed transaction holds
  #writing = null;

  /** @param {string} guide  the guide's id: sites under one address share storage, so it names ours */
  constructor(guide) {
    this.#guide = guide;
    this.#join();
    /** Settled once the saved answers are there, or once it is clear that they cannot be had. */
    this.opened = Promise.race([this.#open(), new Promise((settle) => setTimeout(settle, OPENING_TIME))]);
    this.opened.then(() => this.state.name === "opening" && this.#setState({ name: "not-kept", reason: "blocked" }));
    addEventListener("pageshow", ({ persisted }) => persisted && this.#open());
  }

  /** @returns {Sort} whose answers are open */
  get sort() {
    return this.get("review", "", "sort") ?? "mine";
  }

  /**
   * @param {string} kind
   * @param {string} id
   * @param {string} field
   * @returns {any} the value in the open review, or null
   */
  get(kind, id, field) {
    return this.#find(this.#openReview, kind, id, field);
  }

  /**
   * Changes fields of the open review, all or none, and begins a review where there is none.
   *
   * @param {Change[]} changes
   * @returns {Promise<void>} settled when they are saved, or when saving has failed and the state says why
   */
  set(changes) {
    const beginning = this.#openReview ? [] : this.#newReview("mine");
    const review = this.#openReview ?? beginning[0].review;
    return this.#change([...beginning, ...changes.map((change) => ({ review, ...change }))]);
  }

  /**
   * Opens the latest review of a sort, or a new one.
   *
   * @param {Sort} sort
   */
  async choose(sort) {
    const known = this.#find(DEVICE, "device", "", sort);
    await this.#change(known ? [this.#device("open", known)] : this.#newReview(sort));
    await this.#read();
  }

  /**
   * @param {Listener} listener  called whenever a record or the state has changed
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #openReview() {
    return this.#find(DEVICE, "device", "", "open");
  }

  #find(review, kind, id, field) {
    return this.#records.get(nameOf({ review, kind, id, field }))?.value ?? null;
  }

  #device(field, value) {
    return { review: DEVICE, kind: "device", id: "", field, value };
  }

  #newReview(sort) {
    const review = newId();
    const begun = { review, kind: "review", id: "", field: "sort", value: sort };
    return [begun, this.#device(sort, review), this.#device("open", review)];
  }

  #change(changes) {
    const changed = changes.map((change) => {
      const before = this.#records.get(nameOf(change))?.changedAt ?? 0;
      return { ...change, changedAt: Math.max(Date.now(), before + 1) };
    });
    for (const record of changed) {
      this.#records.set(nameOf(record), record);
      this.#unsaved.set(nameOf(record), record);
    }
    this.#tell(changed);
    return this.#save();
  }

  #save() {
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
    return this.#writing;
  }

  async #write() {
    while (this.#unsaved.size) {
      const records = [...this.#unsaved.values()];
      if (this.state.name !== "not-kept") this.#setState({ ...this.state, name: "saving" });
      try {
        this.#database ??= await this.#connect();
        await writeAll(this.#database, records);
      } catch (error) {
        this.#setState({ name: "not-kept", reason: reasonOf(error, this.#database) });
        setTimeout(() => this.#save(), RETRY_TIME);
        return;
      }
      for (const record of records) {
        if (this.#unsaved.get(nameOf(record)) === record) this.#unsaved.delete(nameOf(record));
      }
      this.#channel?.postMessage(records);
      if (!this.#unsaved.size) this.#setState({ name: "kept", savedAt: Date.now() });
    }
  }

  async #open() {
    try {
      this.#database ??= await this.#connect();
      await this.#read();
      if (!this.#unsaved.size) this.#setState({ ...this.state, name: "kept" });
    } catch (error) {
      this.#setState({ name: "not-kept", reason: reasonOf(error, this.#database) });
    }
  }

  async #connect() {
    const database = await openDatabase(this.#guide);
    const lose = (reason) => {
      this.#database = null;
      this.#setState({ name: "not-kept", reason });
    };
    database.onversionchange = () => {
      database.close();
      lose("newer");
    };
    // The browser has removed what was kept. It is put back with the next change, never silently.
    database.onclose = () => {
      this.#unsaved = new Map(this.#records);
      lose("failed");
    };
    return database;
  }

  /** Takes in what the database holds for the device and the open review. */
  async #read() {
    if (!this.#database) return this.#tell(null);
    this.#take(await readReview(this.#database, DEVICE));
    const found = this.#openReview ? await readReview(this.#database, this.#openReview) : [];
    this.unreadable = found.filter((record) => !isReadable(record)).length;
    this.#take(found);
    this.#tell(null);
  }

  #take(records) {
    for (const record of records.filter(isReadable)) {
      const known = this.#records.get(nameOf(record));
      this.#records.set(nameOf(record), known ? laterOf(known, record) : record);
    }
  }

  /** Hears what other tabs have saved. A browser without a channel still reads it on the next page. */
  #join() {
    try {
      this.#channel = new BroadcastChannel(this.#guide);
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }) => {
      const open = this.#openReview;
      this.#take(data);
      if (this.#openReview === open) this.#tell(data);
      else this.#read();
    };
  }

  #setState(state) {
    this.state = state;
    window.onbeforeunload = this.#unsaved.size ? (event) => event.preventDefault() : null;
    this.#tell([]);
  }

  #tell(changed) {
    for (const listener of this.#listeners) listener(changed);
  }
}

function openDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () =>
      request.result.createObjectStore("records", { keyPath: ["review", "kind", "id", "field"] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function readReview(database, review) {
  return new Promise((resolve, reject) => {
    const request = database
      .transaction("records")
      .objectStore("records")
      .getAll(IDBKeyRange.bound([review], [review, []])); // an array sorts after every text
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Writes records in one transaction. What another tab wrote later stands; what we cannot read is kept aside first. */
function writeAll(database, records) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction("records", "readwrite", { durability: "strict" });
    const stored = transaction.objectStore("records");
    for (const record of records) {
      stored.get(keyOf(record)).onsuccess = ({ target: { result: existing } }) => {
        if (existing && !isReadable(existing)) stored.put(keptAside(existing));
        stored.put(existing && isReadable(existing) ? laterOf(existing, record) : record);
      };
    }
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

function keptAside(record) {
  const id = `${nameOf(record)}\n${newId()}`;
  return { review: DEVICE, kind: "kept", id, field: "record", value: record, changedAt: Date.now() };
}

function reasonOf(error, database) {
  if (error?.name === "QuotaExceededError") return "full";
  if (error?.name === "VersionError") return "newer";
  return database ? "failed" : "blocked";
}
