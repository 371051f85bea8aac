/**
 * What a saved review is. Pure: no document, no database.
 *
 * A review is a set of records, each one field of one thing:
 * @typedef {object} SavedRecord
 * @property {string} review   the review's own id; "" for what belongs to the device
 * @property {string} kind     one of KINDS
 * @property {string} id       a statement's, a question's or an own id; "" where there is only one
 * @property {string} field
 * @property {any} value       null once the field was cleared: a deletion is a dated record too
 * @property {number} changedAt  milliseconds since 1970
 * @property {number} [seen]  of what a person types: the fingerprint of the text that they saw in its place
 *
 * @typedef {"mine"|"board"} Whose  one member's own answers, or what the board agrees together
 * @typedef {{ticked: number, notTicked: number, unknown: number}} Counts  members who answered so. Of a statement's
 *   `counts`, those that were counted by hand are `hands`, too; `codes` are hashes and stand once, under the id ""
 */

const isText = (value) => typeof value === "string";
/** The same check under a name of its own: what a person types is never thrown away when it loses a merge. */
const isTyped = (value) => isText(value);
const isOneOf =
  (...values) =>
  (value) =>
    values.includes(value);
const isAnything = () => true;
const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;
const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isCounts = (value) =>
  isObject(value) &&
  Object.keys(value).sort().join() === "notTicked,ticked,unknown" &&
  Object.values(value).every(isWhole);

/** When the last copy of a review was saved, and a fingerprint of what it held. */
const isSavedCopy = (value) => isObject(value) && isWhole(value.at) && isText(value.held);

/** What was set aside, whatever it is, and the code of why. */
const isSetAside = (value) => isObject(value) && Object.hasOwn(value, "record") && isText(value.reason);

/** A day such as "2026-11-22". Some browsers move 30 February into March, so it is read and written back. */
function isDay(value) {
  if (!isText(value) || !/^\d{4}-\d\d-\d\d$/.test(value) || value < "0001") return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/**
 * What happens to the records of a kind:
 * - "travels": a saved copy holds them, and a loaded copy is searched for them
 * - "cleared": "Clear all answers" takes them away
 * - "work": somebody's work, and so added to the open review from a copy
 * - "carried": the next review can start with them
 * - "device": they belong to this device and to no review
 * @typedef {"travels"|"cleared"|"work"|"carried"|"device"} Trait
 *
 * @typedef {object} Kind
 * @property {Trait[]} traits
 * @property {Record<string, (value: unknown) => boolean>} fields  what the value of each may be besides null
 */

/**
 * Every kind of record. docs/schemas/review-1.schema.json has the fields of those that travel, too.
 * @type {Map<string, Kind>}
 */
export const KINDS = new Map(
  Object.entries({
    review: {
      traits: ["travels"],
      fields: {
        whose: isOneOf("mine", "board"),
        name: isTyped,
        organisation: isTyped,
        present: isTyped,
        aim: isTyped,
        heldOn: isDay,
        edition: isText,
        reviewAgainOn: isDay,
        picked: isTexts, // questions
        expected: isWhole, // members
      },
    },
    answer: {
      traits: ["travels", "cleared", "work", "carried"],
      fields: { answer: isOneOf(true, "unknown"), evidence: isTyped, wording: isText },
    },
    conclusion: {
      traits: ["travels", "cleared", "work", "carried"],
      fields: {
        state: isOneOf("answered", "discussed"),
        text: isTyped,
        parked: isOneOf(true),
        wording: isText,
      },
    },
    action: {
      traits: ["travels", "cleared", "work", "carried"],
      fields: { question: isText, what: isTyped, owner: isTyped, dueOn: isDay, done: isOneOf(true) },
    },
    combined: {
      traits: ["travels", "cleared", "work"],
      fields: { counts: isCounts, hands: isCounts, codes: isTexts },
    },
    "set-aside": { traits: ["travels", "cleared", "work"], fields: { record: isSetAside } },
    device: {
      traits: ["device"],
      fields: {
        mine: isText,
        board: isText,
        savedCopy: isSavedCopy,
        place: isAnything,
        timer: isAnything,
        order: isAnything,
        handedOut: isTexts, // answer codes of a review that left this device, the last one last
      },
    },
  }),
);
/** @type {Kind} */
const UNKNOWN = { traits: [], fields: {} };
const kindOf = (kind) => KINDS.get(kind) ?? UNKNOWN;

/**
 * @param {unknown} kind
 * @param {Trait} trait
 * @returns {boolean}
 */
export const hasTrait = (kind, trait) => kindOf(kind).traits.includes(trait);

/** The review id of what belongs to the device and to no review. */
export const DEVICE = "";

/** Milliseconds since 1970, of what comes in a file. */
export const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const LATEST_STORED = 2 * LATEST; // a change takes the previous time plus 1: no number may be out of its reach

/** The check of a field. Own properties only: "constructor" is no field, wherever it comes from. */
function checkOf(kind, field) {
  const { fields } = kindOf(kind);
  return Object.hasOwn(fields, field) ? fields[field] : null;
}

/**
 * @param {any} record
 * @returns {boolean} whether this version of the site can read the record
 */
export function isReadable(record) {
  const texts = [record?.review, record?.kind, record?.id, record?.field];
  const check = texts.every(isText) && checkOf(record.kind, record.field);
  const isDated = isWhole(record?.changedAt) && record.changedAt <= LATEST_STORED;
  const isSeen = record?.seen === undefined || isWhole(record.seen);
  return Boolean(check && isDated && isSeen && (record.value === null || check(record.value)));
}

/**
 * @param {string} kind
 * @param {string} field
 * @returns {boolean} whether a person types the field in their own words
 */
export const isProse = (kind, field) => checkOf(kind, field) === isTyped;

/**
 * @param {SavedRecord} record
 * @returns {[string, string, string, string]} the key under which the record is stored
 */
export function keyOf({ review, kind, id, field }) {
  return [review, kind, id, field];
}

/**
 * @param {SavedRecord} record
 * @returns {string} its key as one text, different for different keys whatever characters their parts hold
 */
export const keyText = (record) => JSON.stringify(keyOf(record));

/**
 * @param {Pick<SavedRecord, "kind"|"field"|"id">} record
 * @returns {string} where in its review it belongs. Kinds and fields are words of ours and have no spaces: the id
 *   comes last, and may hold anything.
 */
export const placeInReview = ({ kind, field, id }) => `${kind} ${field} ${id}`;

/** Code unit order, the same in every browser and language. */
export const inOrder = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
export const inKeyOrder = (a, b) =>
  inOrder(a.review, b.review) || inOrder(a.kind, b.kind) || inOrder(a.id, b.id) || inOrder(a.field, b.field);

/**
 * @param {unknown} value
 * @returns {string} its JSON, the same for the same data in whatever order its keys were set
 */
export function canonical(value) {
  if (typeof value !== "object") return JSON.stringify(value); // most values: thousands in a copy
  const sorted = (inner) => Object.fromEntries(Object.entries(inner).sort(([a], [b]) => inOrder(a, b)));
  return JSON.stringify(value, (_, inner) => (isObject(inner) ? sorted(inner) : inner));
}

/**
 * Says which of two records of the same field stands: the later one; of two changed in the same
 * millisecond, the one whose JSON is greater. The order in which they meet never matters.
 *
 * @param {SavedRecord} a
 * @param {SavedRecord} b
 * @returns {SavedRecord}
 */
export function laterOf(a, b) {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  const rank = ({ value, seen = null }) => canonical([value, seen]);
  return rank(a) >= rank(b) ? a : b;
}

/**
 * Says what would be lost if one record gave way to another of the same field: words that the writer of the other,
 * which may be a deletion, had not seen.
 *
 * @param {SavedRecord} loser
 * @param {Partial<SavedRecord>} winner
 * @returns {boolean}
 */
export function isLoss(loser, winner) {
  const hasWords = isProse(loser.kind, loser.field) && isText(loser.value) && loser.value.trim() !== "";
  return hasWords && loser.value !== winner.value && winner.seen !== fingerprint(loser.value);
}

/**
 * @param {string} text
 * @returns {number} the same for the same text, and almost never for another: 32-bit FNV-1a over its UTF-16 code units
 *   (https://datatracker.ietf.org/doc/draft-eastlake-fnv/)
 */
export function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * @returns {string} an id that nobody else has, later ones sorting after earlier ones;
 *   crypto.randomUUID is missing where a site is served without HTTPS
 */
export function newId() {
  const random = Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");
  return `${Date.now().toString(36)}-${random}`;
}

/**
 * @param {SavedRecord} record  what lost against another, or could not be read
 * @param {"another-tab"|"file"|"moved"|"unreadable"|"unreadable-file"} reason
 * @returns {SavedRecord} a record of the kind that sets it aside
 */
export function setAside(record, reason) {
  const review = typeof record?.review === "string" ? record.review : "";
  return {
    review,
    kind: "set-aside",
    id: newId(),
    field: "record",
    value: { record, reason },
    changedAt: Date.now(),
  };
}
