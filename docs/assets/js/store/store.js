/**
 * Keeps the answers: what is on the page, what is in the database, and what other tabs do, as one.
 * The only user of the database and of BroadcastChannel.
 *
 * What is saved is in memory too: what cannot be written stays there, is tried again, and the state says so.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./record.js").Whose} Whose
 *
 * @typedef {object} Change  one field of the open review
 * @property {string} kind
 * @property {string} id
 * @property {string} field
 * @property {unknown} value
 * @property {string} [over]  for what a person types: the text that was shown when they changed it
 *
 * @typedef {object} State
 * @property {"opening"|"kept"|"saving"|"not-kept"} name
 * @property {"blocked"|"full"|"newer"|"failed"} [reason]  why it is not kept
 * @property {number} [savedAt]  when the last transaction of this page completed, in milliseconds since 1970
 *
 * @callback Listener
 * @param {SavedRecord[]|null} changed  null when anything can have changed
 */

import { newId } from "./record.js";
import { DEVICE } from "./record.js";

const RETRY_TIME = 3000; // milliseconds

/** Everything that is kept for one guide on this device. */
export class Store {
  /** @type {State} */
  state = { name: "opening" };
  /** Records of the device and the open review that could not be read. They stay as they are. */
  unreadable = [];

  #guide;
  #edition;
  #records;
  #database;
  #channel = null;
  #listeners = [];
  #writing = null;
  #retry = null;

  /**
   * @param {{guide: string, edition: string}} guide  its id (sites under one address share storage, so it names
   *   ours) and edition
   * @param {import("./memory.js").Records} records  none yet
   * @param {import("./database.js").Database} database  not open yet
   */
  constructor({ guide, edition }, records, database) {
    this.#guide = guide;
    this.#edition = edition;
    this.#records = records;
    this.#database = database;
    database.belongTo({
      opened: () => this.state.name === "not-kept" && this.#open(),
      removed: () => this.#drop(),
      outdated: () => this.#setState({ name: "not-kept", reason: "newer" }),
      // It is put back with the next change, never silently.
      lost: () => {
        this.#records.loseStored();
        this.#setState({ name: "not-kept", reason: "failed" });
      },
    });
    this.#join(guide);
    /** Settled once the saved answers are there, or once it is clear that they cannot be had. */
    this.opened = this.#open();
    addEventListener("pageshow", ({ persisted }) => persisted && this.#open(true));
  }

  /** @returns {string|null} the id of the open review; where the device does not know, of the latest; or null */
  get review() {
    const chosen = this.device("open");
    return chosen && this.#whoseOf(chosen) ? chosen : (this.reviews().at(-1)?.id ?? null);
  }

  /** @returns {Whose} whose answers are open */
  get whose() {
    return this.get("review", "", "whose") ?? "mine";
  }

  /** @returns {any} the value of a field of the open review, or null */
  get(kind, id, field) {
    return this.#records.find(this.review, kind, id, field);
  }

  /** @returns {any} the value of a field of this device, or of what it notes about one review, or null */
  device(field, review = "") {
    return this.#records.find(DEVICE, "device", review, field);
  }

  /**
   * @param {string} [review]  the open one, or another
   * @returns {SavedRecord[]} what this page knows of it: of another review perhaps its name and dates only
   */
  records(review = this.review) {
    return this.#records.of(review);
  }

  /** @returns {{id: string, whose: Whose, name: string|null, heldOn: string|null}[]} every review on this device */
  reviews() {
    const field = (id, name) => this.#records.find(id, "review", "", name);
    const ids = this.#records.reviews.filter((id) => this.#whoseOf(id)).sort();
    return ids.map((id) => ({
      id,
      whose: this.#whoseOf(id),
      name: field(id, "name"),
      heldOn: field(id, "heldOn"),
    }));
  }

  /**
   * @param {string} review
   * @returns {Promise<SavedRecord[]>} all of its records that can be read
   */
  async readReview(review) {
    if (this.#database.isOpen) this.#records.take(await this.#database.readReview(review));
    return this.records(review);
  }

  /**
   * @param {string[]} ids
   * @returns {Promise<{guide: string, edition: string, reviews: import("./review.js").Review[]}>} what a saved copy
   *   of these reviews holds
   */
  async copyOf(ids) {
    const reviews = await Promise.all(ids.map(async (id) => ({ id, records: await this.readReview(id) })));
    return { guide: this.#guide, edition: this.#edition, reviews };
  }

  /**
   * Changes fields of the open review, all or none, and begins a review where there is none.
   *
   * @param {Change[]} changes
   * @returns {Promise<void>} settled when they are saved, or when saving has failed and the state says why
   */
  set(changes) {
    const begun = this.review ? [] : this.#newReview("mine");
    const review = this.review ?? begun[0].review;
    if (begun.length) this.#records.began(review);
    return this.#change([...begun, ...changes.map((change) => ({ review, ...change }))]);
  }

  /** Changes a field of this device, or what it notes about one review. */
  setDevice(field, value, review = "") {
    return this.#change([{ ...deviceField(field, value), id: review }]);
  }

  /**
   * @param {Whose} whose
   * @returns {string|null} the review of those answers that was open last; where the device does not know, the latest
   */
  latest(whose) {
    const ids = this.reviews()
      .filter((review) => review.whose === whose)
      .map(({ id }) => id);
    const known = this.device(whose);
    return ids.includes(known) ? known : (ids.at(-1) ?? null);
  }

  /**
   * Opens the latest review with those answers, or a new one.
   *
   * @param {Whose} whose
   */
  async choose(whose) {
    const latest = this.latest(whose);
    if (latest) await this.openReview(latest);
    else await this.begin(whose);
  }

  /**
   * Opens a review, unless it is open: another tab may have opened another.
   *
   * @param {string} review  its id; one that is no longer there, because of another tab, stays closed
   */
  async openReview(review) {
    if (!this.#whoseOf(review) || this.device("open") === review) return;
    const saving = this.#change([deviceField("open", review), deviceField(this.#whoseOf(review), review)]);
    await this.#refresh();
    await saving;
  }

  /**
   * Begins a review and opens it.
   *
   * @param {Whose} whose
   * @param {Change[]} [changes]  what it holds from the start
   */
  async begin(whose, changes = []) {
    const begun = this.#newReview(whose);
    const saving = this.#change([
      ...begun,
      ...changes.map((change) => ({ ...change, review: begun[0].review })),
    ]);
    this.#tell(null);
    await saving;
  }

  /**
   * Takes in records from elsewhere as they are, all or none; what is stored and later stands. Where nothing
   * can be stored they stay on the page, like anything else.
   *
   * @param {SavedRecord[]} records
   * @returns {Promise<() => Promise<void>>} puts back what they replaced
   * @throws {Error} when they could not be saved; nothing has changed then
   */
  async add(records) {
    const { settle, changes } = this.#records.noting();
    await this.#database.open().catch(() => this.#records.hold(records, changes));
    if (this.#database.isOpen) {
      await this.#database.writeAll(records, settle);
      this.#records.take(records);
      this.#records.saved([]);
    }
    await this.#refreshTabs();
    return async () => {
      if (this.#database.isOpen) await this.#database.revert(changes);
      for (const change of changes) this.#records.putBack(change.record, change.before);
      await this.#refreshTabs();
    };
  }

  /**
   * Removes a review from this device.
   *
   * @param {string} review
   * @returns {Promise<() => Promise<void>>} brings it back
   */
  async remove(review) {
    const found = this.#database.isOpen ? await this.#database.readReview(review) : [];
    this.#records.take(found);
    const known = this.records(review);
    const all = [...this.#records.unreadableIn(found), ...known];
    if (this.#database.isOpen) await this.#database.removeReview(review);
    this.#records.forget(known);
    const gone = ["open", "mine", "board"].filter((field) => this.device(field) === review);
    await this.#change(gone.map((field) => deviceField(field, null)));
    await this.#refreshTabs();
    return async () => {
      // As they were, readable or not
      if (this.#database.isOpen) await this.#database.writeAll(all, (_, record) => [record]);
      this.#records.take(all);
      await this.#change(gone.map((field) => deviceField(field, review)));
      await this.#refreshTabs();
    };
  }

  /** Removes everything that is kept for this guide on this device, in every tab. */
  async removeEverything() {
    const removed = this.#database.remove();
    this.#channel?.postMessage({ removed: true });
    this.#drop();
    await removed;
  }

  /** @param {Listener} listener  called whenever a record or the state has changed */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  #whoseOf(review) {
    return this.#records.find(review, "review", "", "whose");
  }

  #newReview(whose) {
    const review = newId();
    const fields = Object.entries({ whose, edition: this.#edition });
    const begun = fields.map(([field, value]) => ({ review, kind: "review", id: "", field, value }));
    return [...begun, deviceField(whose, review), deviceField("open", review)];
  }

  #change(changes) {
    this.#tell(this.#records.change(changes));
    return this.#save();
  }

  #save() {
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = null));
    return this.#writing;
  }

  async #writeAll() {
    clearTimeout(this.#retry);
    while (this.#records.unsaved.length) {
      if (this.state.name !== "not-kept") this.#setState({ ...this.state, name: "saving" });
      try {
        await this.#database.open();
        await this.#write();
      } catch (error) {
        this.#retry = setTimeout(() => this.#save(), RETRY_TIME);
        return this.#setState({ name: "not-kept", reason: this.#reasonOf(error) });
      }
    }
    this.#setState({ name: "kept", savedAt: Date.now() });
  }

  async #write() {
    const open = this.review;
    let records = [];
    const prepare = (stored) => (records = this.#records.joined(stored));
    try {
      await this.#database.write(prepare, (...both) => this.#records.settle(...both), this.#records.isBegun);
      const aside = this.#records.saved(records);
      this.#channel?.postMessage({ records: [...records, ...aside] });
      if (aside.length) this.#tell(aside);
    } finally {
      if (this.review !== open) await this.#refresh();
    }
  }

  async #open(isAnew = false) {
    try {
      await this.#database.open(false);
      if (isAnew) this.#records.forgetStored(); // what has gone is only known by reading anew
      await this.#refresh();
      if (!this.#records.unsaved.length) this.#setState({ ...this.state, name: "kept" });
    } catch (error) {
      this.#setState({ name: "not-kept", reason: this.#reasonOf(error) });
    }
  }

  /** Takes in what the database holds: the device's, of every review its name and dates, and the open review. */
  async #refresh() {
    const database = this.#database;
    if (!database.isOpen) return this.#tell(null);
    const device = await database.readReview(DEVICE);
    this.#records.take(device);
    this.#records.take(await database.heads());
    const found = this.review ? await database.readReview(this.review) : [];
    this.unreadable = this.#records.unreadableIn([...device, ...found]);
    this.#records.take(found);
    this.#tell(null);
  }

  async #refreshTabs() {
    this.#channel?.postMessage({ refresh: true });
    await this.#refresh();
  }

  /** Hears what other tabs do. A browser without a channel still reads it on the next page. */
  #join(guide) {
    try {
      this.#channel = new BroadcastChannel(guide);
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data: { records, refresh, removed } }) => {
      if (removed) {
        this.#drop();
        return location.reload(); // so that nothing of it is left on the page either
      }
      const open = this.review;
      if (!refresh) this.#records.take(records);
      if (refresh || this.review !== open) this.#open(refresh);
      else this.#tell(records);
    };
  }

  #drop() {
    this.#records.forgetAll();
    this.#setState({ name: "kept" });
    this.#tell(null);
  }

  #reasonOf(error) {
    if (error?.name === "QuotaExceededError") return "full";
    if (error?.name === "VersionError") return "newer";
    return this.#database.isOpen ? "failed" : "blocked";
  }

  #setState(state) {
    this.state = state;
    this.#tell([]);
  }

  #tell(changed) {
    window.onbeforeunload = this.#records.unsaved.length ? (event) => event.preventDefault() : null;
    for (const listener of this.#listeners) listener(changed);
  }
}

const deviceField = (field, value) => ({ review: DEVICE, kind: "device", id: "", field, value });
