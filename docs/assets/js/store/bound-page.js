/**
 * A page as its store knows it: the one review that it is bound to, every record that it knows, and its state.
 *
 * A page keeps its review until the person on it chooses another, or until that review became part of one that another
 * tab had begun. What other tabs load, undo or open changes what the page knows, and never which review it shows: the
 * person goes on typing where they look.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./record.js").Whose} Whose
 * @typedef {Whose|"either"} PageWhose  whose answers a page holds; "either": the board's where that holds something
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
 */

import { Drafts } from "./drafts.js";
import { Listeners } from "./listeners.js";
import { latestReview } from "./review.js";

export class BoundPage {
  /** @type {State} */
  state = { name: "opening" };
  /** Records of the device and the page's review that could not be read. They stay as they are. */
  unreadable = [];
  /** @type {string} the id of the page's review: of a draft, where there is none yet */
  review;
  /** @type {PageWhose} */
  whose;

  /** @type {import("./memory.js").Records} */
  records;
  drafts = new Drafts();
  listeners = new Listeners();

  /**
   * @param {PageWhose} whose
   * @param {import("./memory.js").Records} records  none yet
   */
  constructor(whose, records) {
    this.whose = whose;
    this.records = records;
    this.review = this.latest(whose === "board" ? "board" : "mine");
  }

  /** @returns {boolean} whether the page's review is stored already, or will be with what waits */
  get isBegun() {
    return !this.drafts.has(this.review);
  }

  /** @returns {boolean} whether another tab has deleted the page's review: nothing is written until the person decides */
  get isDeleted() {
    return this.state.reason === "deleted";
  }

  /** @returns {Whose} whose answers a review holds */
  whoseOf(review) {
    return this.records.find(review, "review", "", "whose") ?? this.drafts.whoseOf(review) ?? "mine";
  }

  /**
   * @param {Whose} whose
   * @returns {string} the review of those answers that was open last, or the latest; where there is none, a draft
   */
  latest(whose) {
    const found = latestReview(this.records.known.heads(), whose);
    return found && !this.drafts.has(found) ? found : this.drafts.get(whose);
  }

  /** @returns {string} the review that the page shows where nobody chose one */
  latestForPage() {
    if (this.whose !== "either") return this.latest(this.whose);
    const [mine, board] = /** @type {Whose[]} */ (["mine", "board"]).map((whose) =>
      latestReview(this.records.known.heads(), whose),
    );
    return board ?? mine ?? this.latest("mine");
  }

  /**
   * Takes changes in. They wait to be written.
   *
   * @param {Change[]} changes
   * @returns {import("./transaction.js").Replaced[]} what they replace
   */
  change(changes) {
    const all = changes.map((change) => ({ review: this.review, ...change }));
    const replaced = this.records.change(all);
    this.tell(replaced.map(({ record }) => record));
    return replaced;
  }

  /** @param {State} state */
  setState(state) {
    this.state = state;
    this.#guardLeaving();
    this.listeners.tellState();
  }

  /** @param {SavedRecord[]} records  that have changed */
  tell(records) {
    this.#guardLeaving();
    this.listeners.tell(records, this.review);
  }

  tellAll() {
    this.#guardLeaving();
    this.listeners.tellAll();
  }

  /** Everything has been removed from the device. */
  forgetAll() {
    this.records.forgetAll();
    this.drafts.forgetAll();
    this.review = this.latestForPage();
    this.setState({ name: "kept" });
    this.tellAll();
  }

  /** Only while something waits: Firefox keeps no page for Back that asks before it is left. */
  #guardLeaving() {
    window.onbeforeunload = this.records.unsaved.length ? (event) => event.preventDefault() : null;
  }
}
