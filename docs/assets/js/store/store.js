/**
 * Keeps the answers: what is on the page, what is in the database, and what other tabs do, as one.
 * The only user of the database and of BroadcastChannel.
 *
 * A page is bound to one review: what it writes goes there, and nothing that another tab does changes that. What is saved
 * is in memory too: what cannot be written stays there, is tried again, and the state says so.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./record.js").Whose} Whose
 * @typedef {Whose|"either"} PageWhose  whose answers a page holds; "either": the board's where that holds something
 *
 * @typedef {import("./review.js").Review & {unreadable?: SavedRecord[]}} KeptReview  what of it cannot be read is wrapped
 *   as what is set aside
 * @typedef {{guide: string, edition: string, reviews: KeptReview[]}} Kept
 *
 * @typedef {object} Change  one field of a review
 * @property {string} kind
 * @property {string} id
 * @property {string} field
 * @property {string} [review]  another than that of the page
 * @property {unknown} [value]
 * @property {unknown} [more]   instead of a value, where it adds up: what to add
 * @property {1|-1} [sign]      -1 takes it away
 * @property {string} [over]    where another text was shown than the page knows: that
 *
 * @typedef {object} State
 * @property {"opening"|"kept"|"saving"|"not-kept"} name
 * @property {"blocked"|"full"|"newer"|"failed"|"deleted"} [reason]  why it is not kept
 * @property {number} [savedAt]  when the last transaction of this page completed, in milliseconds since 1970
 *
 * @callback Listener
 * @param {(id: string) => boolean} isChanged  whether anything of the thing with that id can have changed
 *
 * @callback Undo  puts back what was there before, where nobody has changed it since
 * @returns {Promise<void>}
 */

import { DEVICE, isLoss, isReadable, keyText, newId, setAside } from "./record.js";
import { Reading } from "./reading.js";
import { Reversal } from "./reversal.js";
import { isWhose, latestReview, pointer, startOf } from "./review.js";
import { Transaction } from "./transaction.js";

const RETRY_TIME = 3000; // milliseconds

/** Everything that is kept for one guide on this device. */
export class Store {
  /** @type {State} */
  state = { name: "opening" };
  /** Records of the device and the page's review that could not be read. They stay as they are. */
  unreadable = [];
  /** @type {string} the id of the page's review: of one that begins with the first thing written, where there is none */
  review;

  #guide;
  #edition;
  #pageWhose;
  #records;
  #database;
  #channel = null;
  #drafts = new Map(); // from whose answers to the id of a review that has not begun
  #listeners = [];
  #writing = null;
  #reading = null;
  #isStale = false;
  #retry = null;

  /**
   * @param {{guide: string, edition: string}} guide  its id (sites under one address share storage, so it names
   *   ours) and edition
   * @param {PageWhose} whose  answers the page holds
   * @param {import("./memory.js").Records} records  none yet
   * @param {import("./database.js").Database} database  not open yet
   */
  constructor({ guide, edition }, whose, records, database) {
    this.#guide = guide;
    this.#edition = edition;
    this.#pageWhose = whose;
    this.#records = records;
    this.#database = database;
    this.review = this.latest(whose === "board" ? "board" : "mine");
    database.belongTo({
      opened: () => this.state.name === "not-kept" && this.#open(),
      removed: () => this.#drop(),
      outdated: () => this.#setState({ name: "not-kept", reason: "newer" }),
      lost: () => this.#reopen(),
    });
    this.#join(guide);
    /** Settled once the saved answers are there, or once it is clear that they cannot be had. */
    this.opened = this.#open();
    addEventListener("pageshow", ({ persisted }) => persisted && this.#open());
  }

  /** @returns {Whose} whose answers the page's review holds */
  get whose() {
    return this.#whoseOf(this.review);
  }

  /** @returns {boolean} whether the page's review has begun */
  get isBegun() {
    return !this.#isDraft(this.review);
  }

  /** @returns {any} the value of a field of the page's review, or null */
  get(kind, id, field) {
    return this.#records.find(this.review, kind, id, field);
  }

  /** @returns {any} the value of a field of this device, or of what it notes about one review, or null */
  device(field, review = "") {
    return this.#records.find(DEVICE, "device", review, field);
  }

  /**
   * @param {string} [review]  the page's, or another
   * @returns {SavedRecord[]} what this page knows of it: of another review perhaps its name and dates only
   */
  records(review = this.review) {
    return this.#records.known.all(review);
  }

  /** @returns {{id: string, whose: Whose, name: string|null, heldOn: string|null}[]} every review on this device */
  reviews() {
    const field = (id, name) => this.#records.find(id, "review", "", name);
    const ids = this.#records.known.reviews.filter((id) => id !== DEVICE).sort();
    return ids.map((id) => ({
      id,
      whose: this.#whoseOf(id),
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
    const found = latestReview(this.#records.known.heads(), whose);
    if (found && !this.#isDraft(found)) return found;
    if (!this.#drafts.has(whose)) this.#drafts.set(whose, newId());
    return this.#drafts.get(whose);
  }

  /**
   * @param {string} review
   * @returns {Promise<SavedRecord[]>} all of its records that can be read; where reading fails, what this page knows
   */
  async readReview(review) {
    this.#records.take(await this.#readAll(review));
    return this.records(review);
  }

  /**
   * @param {string[]} ids
   * @returns {Promise<Kept>} all that is kept of these reviews
   */
  async copyOf(ids) {
    const reviewCopy = async (id) => {
      const unreadable = (await this.#readAll(id)).filter((record) => !isReadable(record));
      return {
        id,
        records: await this.readReview(id),
        unreadable: unreadable.map((record) => asideOf(record, id)),
      };
    };
    return { guide: this.#guide, edition: this.#edition, reviews: await Promise.all(ids.map(reviewCopy)) };
  }

  /** @returns {Promise<Kept>} all that is kept */
  async copyOfEverything() {
    await this.#read().catch(() => {}); // another tab may have begun a review since
    const copy = await this.copyOf(this.reviews().map(({ id }) => id));
    const device = (await this.#readAll(DEVICE)).filter(
      (record) => !isReadable(record) || record.kind === "set-aside",
    );
    const id = copy.reviews[0]?.id ?? "set-aside";
    const asides = device.map((record) => (isReadable(record) ? record : asideOf(record, id)));
    if (asides.length) copy.reviews.push({ id, records: asides });
    return copy;
  }

  /**
   * Changes fields, all or none. A review that has not begun begins with that.
   *
   * @param {Change[]} changes
   * @returns {Promise<void>} settled when they are saved, or when saving has failed and the state says why
   */
  set(changes) {
    this.#change(changes);
    return this.#save();
  }

  /**
   * Changes fields like `set`.
   *
   * @param {Change[]} changes
   * @returns {Undo}
   */
  setUndoably(changes) {
    const replaced = this.#change(changes);
    this.#save();
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
    this.#pageWhose = whose;
    return this.#show(this.latest(whose));
  }

  /**
   * Shows a review on this page, and notes that it was open last where it has begun.
   *
   * @param {string} review  its id
   */
  async openReview(review) {
    if (review === this.review) return;
    const saving = this.#isDraft(review) || this.set([pointer(this.#whoseOf(review), review)]);
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
    const start = startOf(review, whose, this.#edition);
    this.#change([...start, ...changes.map((change) => ({ ...change, review }))]);
    const saving = this.#save();
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
    const options = { reason: "file" };
    const transaction = new Transaction(
      records.map((record) => ({ record })),
      options,
    );
    await this.#save();
    await this.#run(transaction);
    if (transaction.gone.size)
      throw new Error("expected the review that records are added to, got none: another tab has deleted it");
    await this.#readEverywhere();
    return () => this.#undo(transaction.replaced);
  }

  /**
   * Removes reviews from this device. Where the page's is among them, it shows the latest that is left.
   *
   * @param {string[]} reviews
   * @returns {Promise<Undo>}
   */
  async remove(reviews) {
    const shown = this.review;
    const removal = new Removal(reviews, this.#records.known.all(DEVICE));
    await this.#run(removal);
    const waiting = reviews.flatMap((review) => this.#records.forget(review));
    if (reviews.includes(shown)) this.review = this.#latestForPage();
    await this.#readEverywhere();
    return async () => {
      this.#records.restore([...removal.removed, ...removal.pointers], waiting);
      if (reviews.includes(shown)) this.review = shown;
      await this.#save();
      await this.#readEverywhere();
    };
  }

  /** Removes everything that is kept for this guide on this device, in every tab. */
  async removeEverything() {
    const removed = this.#database.remove();
    this.#channel?.postMessage({ removed: true });
    this.#drop();
    await removed;
  }

  /** Puts back the page's review, which another tab has deleted, as this page knows it. */
  async restore() {
    const start = startOf(this.review, this.whose, this.#edition);
    this.#records.restore([...start, ...this.records()]);
    this.state = { name: "saving" };
    await this.#save();
    await this.#readEverywhere();
  }

  /** Lets go of the page's review, which another tab has deleted, and shows the latest that is left. */
  async letGo() {
    this.#records.forget(this.review);
    this.state = { name: "kept" };
    await this.#show(this.#latestForPage());
    await this.#save();
  }

  /**
   * @param {string[]} kinds  of records; a page that comes to show another review, or shows it anew, has all changed
   * @param {Listener} listener
   */
  subscribe(kinds, listener) {
    this.#listeners.push({ kinds, listener });
  }

  /** @param {() => void} listener  called when the page comes to show another review, or shows it anew */
  onReview(listener) {
    this.#listeners.push({ kinds: [], listener });
  }

  /** @param {() => void} listener  called when the state has changed */
  onState(listener) {
    this.#listeners.push({ kinds: null, listener });
  }

  #whoseOf(review) {
    const draft = [...this.#drafts].find(([, id]) => id === review);
    return this.#records.find(review, "review", "", "whose") ?? draft?.[0] ?? "mine";
  }

  #isDraft(review) {
    return [...this.#drafts.values()].includes(review);
  }

  #latestForPage() {
    if (this.#pageWhose !== "either") return this.latest(this.#pageWhose);
    const [mine, board] = /** @type {Whose[]} */ (["mine", "board"]).map((whose) =>
      latestReview(this.#records.known.heads(), whose),
    );
    return board ?? mine ?? this.latest("mine");
  }

  #show(review) {
    this.review = review;
    this.#tell(null);
    return this.#read().catch(() => {});
  }

  #change(changes) {
    const all = changes.map((change) => ({ review: this.review, ...change }));
    const replaced = this.#records.change(all);
    this.#tell(replaced.map(({ record }) => record));
    return replaced;
  }

  async #undo(replaced) {
    await this.#save();
    const addressed = replaced.map((one) => ({ ...one, record: this.#records.addressed(one.record) }));
    const waiting = new Set(this.#records.unsaved.map(({ record }) => keyText(record)));
    const isWaiting = ({ record }) => waiting.has(keyText(record));
    const reversal = new Reversal(addressed.filter((one) => !isWaiting(one)));
    if (!addressed.every(isWaiting)) await this.#run(reversal);
    await this.#undoHere([...addressed.filter(isWaiting), ...reversal.left]);
    await this.#readEverywhere();
  }

  /** What could not be stored, or is of a review that another tab has deleted: what is put back waits with the rest of it. */
  async #undoHere(replaced) {
    if (!replaced.length) return;
    const reversal = new Reversal(replaced);
    await reversal.runIn(this.#records.known);
    this.#records.restore(reversal.written);
    this.#keepAside(reversal.left.map(({ before }) => before));
    await this.#save();
  }

  /** In the database; where there is none, in memory, to be stored once there is one. */
  async #run(work) {
    await this.#database.open().catch(() => {});
    if (this.#database.isOpen) return this.#database.run(work);
    await work.runIn(this.#records.known);
    this.#records.restore(work.written);
  }

  async #readAll(review) {
    const reading = { found: [], runIn: async (stored) => (reading.found = await stored.all(review)) };
    try {
      if (this.#database.isOpen) await this.#database.run(reading, "readonly");
      return reading.found;
    } catch {
      return this.records(review);
    }
  }

  #save() {
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = null));
    return this.#writing;
  }

  async #writeAll() {
    clearTimeout(this.#retry);
    while (this.#records.unsaved.length) {
      if (this.state.reason === "deleted") return;
      if (this.state.name !== "not-kept") this.#setState({ ...this.state, name: "saving" });
      try {
        await this.#database.open();
        await this.#write();
      } catch (error) {
        this.#retry = setTimeout(() => this.#save(), RETRY_TIME);
        return this.#setState({ name: "not-kept", reason: this.#reasonOf(error) });
      }
    }
    if (this.state.reason !== "deleted") this.#setState({ name: "kept", savedAt: Date.now() });
  }

  async #write() {
    const drafts = new Map([...this.#drafts].map(([whose, id]) => [id, whose]));
    const transaction = new Transaction(this.#records.begin(), { drafts, edition: this.#edition });
    try {
      await this.#database.run(transaction);
    } catch (error) {
      this.#records.failed();
      throw error;
    }
    const { written, joined, gone } = transaction;
    const news = this.#records.done(transaction);
    this.#channel?.postMessage({ records: written });
    this.#begun(written.filter(isWhose));
    if (joined.has(this.review)) this.review = joined.get(this.review);
    for (const draft of joined.keys()) this.#forgetDraft(draft);
    if (gone.has(this.review)) this.#setState({ name: "not-kept", reason: "deleted" });
    for (const review of gone) if (review !== this.review) this.#rescue(review);
    if (joined.size) await this.#read();
    else this.#tell(news);
  }

  /** What waited for a review that this page has left, and another tab has deleted, is set aside in the one it shows. */
  #rescue(review) {
    this.#keepAside(this.#records.forget(review).map(({ record }) => record));
  }

  /** Sets the words among records aside in the page's review: their own is no longer there. */
  #keepAside(records) {
    const words = records.filter((record) => record && isLoss(record, {}));
    const asides = records.filter((record) => record?.kind === "set-aside" && record.value);
    const all = [...words.map((record) => setAside(record, "another-tab")), ...asides];
    this.#change(all.map((record) => ({ ...record, review: this.review })));
  }

  /** A review has begun: it is a draft no longer. */
  #begun(records) {
    for (const { review } of records) this.#forgetDraft(review);
  }

  #forgetDraft(review) {
    for (const [whose, id] of this.#drafts) if (id === review) this.#drafts.delete(whose);
  }

  async #open() {
    try {
      await this.#database.open(false);
      await this.#read();
      if (this.state.reason === "deleted") return;
      if (this.#records.unsaved.length) await this.#save();
      else this.#setState({ ...this.state, name: "kept" });
    } catch (error) {
      this.#setState({ name: "not-kept", reason: this.#reasonOf(error) });
    }
  }

  /** The browser has closed the database. What was kept may have gone: then it is put back with the next change, never silently. */
  async #reopen() {
    await this.#database.open(false).catch(() => {});
    if (this.#database.isOpen) return this.#open();
    this.#records.loseStored();
    this.#setState({ name: "not-kept", reason: "failed" });
  }

  /** Reads what is stored, one time after another: what changes while it is read is read again. */
  #read() {
    this.#isStale = true;
    this.#reading ??= this.#readUntilFresh().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #readUntilFresh() {
    while (this.#isStale) {
      this.#isStale = false;
      if (!this.#database.isOpen) return this.#tell(null);
      const shown = this.review;
      const reading = new Reading(this.#isDraft(shown) ? null : shown, this.#pageWhose);
      this.#records.expect();
      await this.#database.run(reading, "readonly");
      if (this.review === shown) this.#takeIn(reading);
      else this.#isStale = true; // the page shows another by now
    }
  }

  /** Takes what was read in the place of what was known, in one step. */
  #takeIn(reading) {
    const isUnsaved = (test) => this.#records.unsaved.some(({ record }) => test(record));
    const isGone = reading.isGone && !isUnsaved((record) => record.review === this.review && isWhose(record));
    const isAdopted =
      this.#isDraft(this.review) && reading.review && !isUnsaved(({ review }) => review === this.review);
    this.#records.swap([...reading.records, ...(isGone ? this.records() : [])]);
    this.unreadable = reading.unreadable;
    if (isAdopted) this.review = reading.review;
    if (isGone) this.#setState({ name: "not-kept", reason: "deleted" });
    else if (this.state.reason === "deleted") {
      this.state = { name: "saving" };
      this.#save();
    }
    this.#tell(null);
  }

  async #readEverywhere() {
    this.#channel?.postMessage({ refresh: true });
    await this.#read();
  }

  /** Hears what other tabs do. A browser without a channel still reads it on the next page. */
  #join(guide) {
    try {
      this.#channel = new BroadcastChannel(guide);
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data: { records = [], refresh, removed } }) => {
      if (removed) {
        this.#drop();
        return location.reload(); // so that nothing of it is left on the page either
      }
      this.#records.take(records);
      const isBegun = this.#isDraft(this.review) && records.some(isWhose);
      if (refresh || isBegun) this.#open();
      else this.#tell(records);
    };
  }

  #drop() {
    this.#records.forgetAll();
    this.#drafts.clear();
    this.review = this.#latestForPage();
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
    this.#guardLeaving();
    for (const { kinds, listener } of this.#listeners) if (kinds === null) listener();
  }

  /** Tells who listens what has changed: these records, or, where it is null, anything. */
  #tell(records) {
    this.#guardLeaving();
    const ours = records?.filter(
      ({ review }) => review === this.review || review === DEVICE || review === undefined,
    );
    for (const { kinds, listener } of this.#listeners.filter((one) => one.kinds)) {
      if (!records) listener(() => true);
      else if (records.some(({ kind }) => kinds.includes(kind))) {
        const ids = new Set(ours.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
        listener((id) => ids.has(id));
      }
    }
  }

  #guardLeaving() {
    window.onbeforeunload = this.#records.unsaved.length ? (event) => event.preventDefault() : null;
  }
}

/** Removes reviews, and the device's notes of which was open last. Nothing is put: where there is no room, it can be done. */
class Removal {
  removed = [];
  pointers = [];
  written = [];

  #reviews;

  constructor(reviews, device) {
    this.#reviews = reviews;
    this.pointers = device.filter(({ kind, value }) => kind === "device" && reviews.includes(value));
  }

  async runIn(place) {
    this.removed = (await Promise.all(this.#reviews.map((review) => place.all(review)))).flat();
    for (const review of this.#reviews) place.deleteAll(review);
    for (const record of this.pointers) place.delete(record);
  }
}

/** What cannot be read, as a copy holds it: under a name of its own, so that loading it again changes nothing. */
function asideOf(record, review) {
  return { ...setAside(record, "unreadable"), review, id: `unreadable ${keyText(record)}`, changedAt: 0 };
}
