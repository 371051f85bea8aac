/**
 * One transaction that writes: it holds what is to be written, settles that against what is stored, sets aside what
 * would be lost, and says afterwards what came of it. It runs in what is stored (stored.js) or in memory (shelf.js).
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 * @typedef {import("./record.js").Whose} Whose
 * @typedef {import("./stored.js").Stored|import("./shelf.js").Shelf} Place
 *
 * @typedef {object} Write
 * @property {SavedRecord} record
 * @property {unknown} [more]  for a value that adds up: what to add to the one that is stored
 * @property {1|-1} [sign]     -1 takes it away
 *
 * @typedef {object} Replaced  what undoing needs to know of a record that was written
 * @property {SavedRecord} record
 * @property {SavedRecord|null} before
 * @property {SavedRecord} [aside]  where the text that stood before was set aside
 */

import { sumOf } from "./additive.js";
import { canonical, DEVICE, isLoss, isReadable, keyText, laterOf, setAside } from "./record.js";
import { isWhose, latestReview, startOf } from "./review.js";

const AT_ONCE = 1000; // records in one task

export class Transaction {
  /** @type {Write[]} */
  writes;
  /** @type {SavedRecord[]} what was written, and what was set aside */
  written = [];
  /** @type {SavedRecord[]} of that, what was set aside */
  aside = [];
  /** @type {SavedRecord[]} what stands now of all that was to be written, and what was set aside */
  standing = [];
  /** @type {Replaced[]} */
  replaced = [];
  /** @type {Map<string, string>} from a draft to the review that another tab had begun: what was written went there */
  joined = new Map();
  /** @type {Set<string>} reviews that are no longer there: nothing was written to them */
  gone = new Set();

  #drafts;
  #edition;
  #reason;

  /**
   * @param {Write[]} writes  in the order in which they were made
   * @param {{drafts?: Map<string, Whose>, edition?: string, reason?: string}} [options]  the reviews that begin with
   *   their first write, the edition they are of, and why a text is set aside
   */
  constructor(writes, { drafts = new Map(), edition = "", reason = "another-tab" } = {}) {
    this.writes = writes;
    this.#drafts = drafts;
    this.#edition = edition;
    this.#reason = reason;
  }

  /** @param {Place} place */
  async runIn(place) {
    Object.assign(this, {
      written: [],
      aside: [],
      standing: [],
      replaced: [],
      joined: new Map(),
      gone: new Set(),
    });
    const begun = await this.#begin(place);
    const all = [...begun, ...this.writes.map((write) => this.#addressed(write))];
    const [before] = await Promise.all([
      place.existing(all.map(({ record }) => record)),
      this.#findGone(place, all),
    ]);
    const standing = new Map(before);
    const losing = new Map();
    for (const write of all) if (!this.gone.has(write.record.review)) this.#settle(write, standing, losing);
    await this.#setAside(place, standing, losing);
    await this.#put(place, before, standing);
  }

  /** What begins each draft that is written to, unless another tab has begun a review of that kind. */
  async #begin(place) {
    const isUsed = (draft) =>
      this.writes.some(
        ({ record: { review, id } }) => review === draft || (review === DEVICE && id === draft),
      );
    const begun = [];
    for (const [draft, whose] of this.#drafts) {
      if (!isUsed(draft)) continue;
      const known = [...(await place.all(DEVICE)), ...(await place.heads())].filter(isReadable);
      const found = latestReview(known, whose);
      if (found && found !== draft) this.joined.set(draft, found);
      else begun.push(...startOf(draft, whose, this.#edition).map((record) => ({ record })));
    }
    return begun;
  }

  #addressed({ record, ...rest }) {
    const review = this.joined.get(record.review) ?? record.review;
    const id = review === DEVICE ? (this.joined.get(record.id) ?? record.id) : record.id;
    return { ...rest, record: { ...record, review, id } };
  }

  async #findGone(place, writes) {
    const created = new Set(
      writes.filter(({ record }) => isWhose(record)).map(({ record }) => record.review),
    );
    const reviews = new Set(writes.map(({ record }) => record.review));
    const asked = [...reviews].filter((review) => review !== DEVICE && !created.has(review));
    const found = await Promise.all(asked.map((review) => place.has(review)));
    this.gone = new Set(asked.filter((_, n) => !found[n]));
  }

  #settle(write, standing, losing) {
    const key = keyText(write.record);
    if (write.record.kind === "set-aside" && write.record.value) return losing.set(key, write.record);
    const existing = standing.get(key);
    const record = dated(write, existing);
    const stands = winnerOf(existing, record);
    standing.set(key, stands);
    if (!existing) return;
    const loser = stands === existing ? record : existing;
    if (!isReadable(loser)) losing.set(key, setAside(loser, "unreadable"));
    else if (isLoss(loser, stands)) losing.set(`${key} ${loser.changedAt}`, setAside(loser, this.#reason));
  }

  /** Each text once, however often it loses. */
  async #setAside(place, standing, losing) {
    const reviews = new Set([...losing.values()].map(({ review }) => review));
    const all = await Promise.all([...reviews].map((review) => place.all(review)));
    const stays = (record) => (standing.get(keyText(record)) ?? record).value !== null;
    const known = new Set(all.flat().filter(isAside).filter(stays).map(nameOfAside));
    for (const [key, record] of losing) {
      const name = nameOfAside(record);
      if (known.has(name)) losing.delete(key);
      known.add(name);
    }
    this.aside = [...losing.values()];
  }

  async #put(place, before, standing) {
    const changed = [...standing].filter(([key, record]) => record !== before.get(key));
    const kept = new Set();
    for (const [key, record] of changed) {
      const was = before.get(key) ?? null;
      const aside = was && this.aside.find(({ value }) => value.record === was);
      if (aside) kept.add(aside);
      this.replaced.push({ record, before: was, ...(aside && { aside }) });
    }
    const others = this.aside.filter((record) => !kept.has(record));
    this.replaced.push(...others.map((record) => ({ record, before: null })));
    this.written = [...changed.map(([, record]) => record), ...this.aside];
    this.standing = [...standing.values(), ...this.aside];
    for (const [n, record] of this.written.entries()) {
      place.put(record);
      if (n % AT_ONCE === AT_ONCE - 1) await place.get(record);
    }
  }
}

/** A record as it is to be written: a value that adds up is added to what is stored, whatever the page knew of that. */
function dated({ record, more, sign }, existing) {
  if (more === undefined) return record;
  const value = sumOf(record.kind, record.field)(isReadable(existing) ? existing.value : null, more, sign);
  return { ...record, value, changedAt: Math.max(record.changedAt, (existing?.changedAt ?? 0) + 1) };
}

/** The later one; whose answers a review holds never changes, and what cannot be read gives way. */
function winnerOf(existing, record) {
  if (!existing) return record;
  if (!isReadable(record)) return existing;
  if (!isReadable(existing)) return record;
  if (isWhose(existing)) return existing;
  const later = laterOf(existing, record);
  const isSame =
    canonical([later.value, later.changedAt]) === canonical([existing.value, existing.changedAt]);
  return isSame ? existing : later;
}

const isAside = (record) => isReadable(record) && record.kind === "set-aside" && record.value !== null;

/** What tells one thing that was set aside from another: the text and its field, not when it was set aside. */
function nameOfAside({ review, value: { record } }) {
  const { kind, id, field, value } = record ?? {};
  return canonical([review, isReadable({ ...record, review: "" }) ? [kind, id, field, value] : record]);
}
