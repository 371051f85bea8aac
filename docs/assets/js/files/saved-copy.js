/**
 * A saved copy: reviews ⇄ the text of a file. Pure. docs/schemas/review-1.schema.json describes the file: a file of
 * version 1 is valid by it exactly when `parseCopy` returns with nothing unreadable.
 *
 * @typedef {import("../store/record.js").SavedRecord} SavedRecord
 * @typedef {import("../store/review.js").Review} Review
 * @typedef {{review: string, record: unknown}} SetAside  something of a review that is to be set aside; "" for the file's
 *
 * @typedef {object} SavedFile
 * @property {string} guide    the id of the guide it was made with
 * @property {string} edition  of that guide
 * @property {number} version  as the file says
 * @property {boolean} isNewer  whether a newer version of this site made it
 * @property {number} [upgradedFrom]  the version, where it was older
 * @property {Review[]} reviews  by id, each once; records by key, each once
 * @property {SetAside[]} unreadable  what this version cannot read, as it stood
 * @property {SetAside[]} lost  words that gave way to later words of the same field in the same file
 */

import { canonical, fingerprint, hasTrait, isReadable, LATEST } from "../store/record.js";
import { merge } from "../store/review.js";

/** Bytes. The caller refuses a larger file before reading it: no review comes near, and memory is not endless. */
export const MOST_BYTES = 20_000_000;

const FORMAT = "digital-questions-for-boards/review";
const VERSION = 1;
const FILE_KEYS = ["format", "version", "guide", "edition", "reviews"];
const REVIEW_KEYS = ["id", "records"];
const RECORD_KEYS = ["kind", "id", "field", "value", "changedAt"];
const SEEN = "seen"; // may be there too
const MOST_LEVELS = 64; // of lists in lists: what is set aside must fit through IndexedDB's copying, which recurses
const MOST_REVIEWS = 200;
const LONGEST_KEY = 40; // characters of a stranger's key that a message shows

/**
 * From a version to the function that makes the next version of such a file, as parsed.
 * @type {Map<number, (file: object) => object>}
 */
const UPGRADES = new Map();

/**
 * Why a file cannot be taken in. `name` is "empty", "not-json" (with `line` where the browser says),
 * "not-a-review", "too-many" (reviews), or "wrong-shape" (with the `path` of the first wrong thing, and `isNewer`).
 */
export class FileProblem extends Error {
  constructor(name, values = {}, options = {}) {
    super(name, options);
    Object.assign(this, values, { name });
  }
}

/**
 * @param {{guide: string, edition: string, reviews: import("../store/store.js").KeptReview[]}} copy
 * @returns {string} the same bytes for the same data. Each record has a line, so that two files can be compared line by line.
 *   JSON writes half a surrogate pair as an escape, so that it survives UTF-8.
 */
export function stringifyCopy({ guide, edition, reviews }) {
  const head = { format: FORMAT, version: VERSION, guide, edition };
  const lines = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  const travelling = reviews.map(({ id, records, unreadable = [] }) => ({
    id,
    records: [...records.filter(({ kind }) => hasTrait(kind, "travels")), ...unreadable],
  }));
  return `{\n${lines.join("")}"reviews": ${list(mergeDuplicates(travelling).reviews.map(writeReview))}\n}\n`;
}

const list = (lines) => (lines.length ? `[\n${lines.join(",\n")}\n]` : "[]");
const writeReview = ({ id, records }) =>
  `{"id": ${JSON.stringify(id)}, "records": ${list(records.map(writeRecord))}}`;
const writeRecord = (record) => {
  const dated = { ...record, changedAt: Math.min(record.changedAt, LATEST) };
  const keys = record.seen === undefined ? RECORD_KEYS : [...RECORD_KEYS, SEEN];
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${canonical(dated[key])}`).join(", ")}}`;
};

/**
 * @param {SavedRecord[]} records  of one review
 * @returns {string} the same for the same records, and almost never for others
 */
export function fingerprintOf(records) {
  const travelling = records.filter(({ kind }) => hasTrait(kind, "travels"));
  return fingerprint(travelling.map(writeRecord).sort().join()).toString(16);
}

/** Brings together what stands under one review's id, or one record's key, more than once. */
function mergeDuplicates(reviews) {
  const ids = [...new Set(reviews.map(({ id }) => id))].sort();
  const all = reviews.flatMap(({ id, records }) => records.map((record) => ({ ...record, review: id })));
  const { records, lost } = merge(all, []);
  const byReview = new Map(ids.map((id) => [id, []]));
  for (const record of records) byReview.get(record.review).push(record);
  return {
    reviews: [...byReview].map(([id, own]) => ({ id, records: own })),
    lost: lost.map((record) => ({ review: record.review, record })),
  };
}

/**
 * @param {string} text
 * @param {typeof UPGRADES} [upgrades]
 * @returns {SavedFile}
 * @throws {FileProblem} and nothing else
 */
export function parseCopy(text, upgrades = UPGRADES) {
  const found = parse(text);
  if (!isObject(found) || found.format !== FORMAT) throw new FileProblem("not-a-review");
  const { version } = found;
  // Asked first: comparing something else could call a "valueOf" that the file brings along.
  const isVersion = Number.isSafeInteger(version);
  const isNewer = isVersion && version > VERSION;
  const expect = (isRight, path) => {
    if (!isRight) throw new FileProblem("wrong-shape", { path, isNewer });
  };
  expect(isVersion, "version");
  const file = upgraded(found, upgrades, expect);
  checkShape(file, expect);
  const unreadable = findUnreadable(file, isNewer, expect);
  const reviews = file.reviews.map(({ id, records }) => ({ id, records: records.filter(isOfFile) }));
  const { guide, edition } = file;
  const upgrade = version < VERSION ? { upgradedFrom: version } : {};
  return { guide, edition, version, isNewer, ...upgrade, ...mergeDuplicates(reviews), unreadable };
}

function parse(text) {
  const bare = text.replace(/^\uFEFF/, "");
  if (bare.trim() === "") throw new FileProblem("empty");
  try {
    return JSON.parse(bare);
  } catch (cause) {
    throw new FileProblem("not-json", lineIn(cause.message), { cause });
  }
}

/** Chrome and Firefox end their message with the line, Safari has none. Words of the file may stand before it. */
function lineIn(message) {
  const found = /line (\d+) column \d+(?: of the JSON data|\))$/.exec(message);
  return found ? { line: Number(found[1]) } : {};
}

function upgraded(found, upgrades, expect) {
  let file = found;
  for (let { version } = found; version < VERSION; version += 1) {
    expect(upgrades.has(version), "version");
    try {
      file = upgrades.get(version)(file);
    } catch {
      expect(false, "version"); // an upgrade may trust the shape of its version, and this file has another
    }
  }
  return file;
}

const isText = (value) => typeof value === "string";
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function checkShape({ guide, edition, reviews }, expect) {
  expect(isText(guide), "guide");
  expect(isText(edition), "edition");
  expect(Array.isArray(reviews), "reviews");
  if (reviews.length > MOST_REVIEWS) throw new FileProblem("too-many", { count: MOST_REVIEWS });
  reviews.forEach((review, index) => {
    expect(isObject(review), `reviews[${index}]`);
    expect(isText(review.id) && review.id !== "", `reviews[${index}].id`); // "" is the device's
    expect(Array.isArray(review.records), `reviews[${index}].records`);
  });
}

/** Whether this version reads the record. One with a key more may mean something else by it. */
function isOfFile(record) {
  return (
    isObject(record) &&
    Object.keys(record).every((key) => key === SEEN || RECORD_KEYS.includes(key)) &&
    RECORD_KEYS.every((key) => Object.hasOwn(record, key)) &&
    hasTrait(record.kind, "travels") &&
    isReadable({ ...record, review: "" }) &&
    record.changedAt <= LATEST &&
    !isDeep(record.value)
  );
}

/** Finds what is to be set aside. A key that we do not know is a mistake in our version, and news in a newer one. */
function findUnreadable(file, isNewer, expect) {
  const inReview = (review, index) => strangers(review, REVIEW_KEYS, review.id, `reviews[${index}].`);
  const keys = [...strangers(file, FILE_KEYS, "", ""), ...file.reviews.flatMap(inReview)];
  expect(isNewer || !keys.length, keys[0]?.path);
  const found = [...keys, ...file.reviews.flatMap(brokenRecords)];
  for (const { record, path } of found) expect(!isDeep(record), path);
  return found.map(({ review, record }) => ({ review, record }));
}

function strangers(object, known, review, path) {
  const keys = Object.keys(object).filter((key) => !known.includes(key));
  return keys.map((key) => ({
    review,
    record: { [key]: object[key] },
    path: path + key.slice(0, LONGEST_KEY),
  }));
}

function brokenRecords({ id: review, records }, place) {
  const broken = [...records.entries()].filter(([, record]) => !isOfFile(record));
  return broken.map(([index, record]) => ({ review, record, path: `reviews[${place}].records[${index}]` }));
}

function isDeep(value) {
  let level = [value];
  for (let depth = 0; level.length && depth < MOST_LEVELS; depth += 1) {
    level = level.flatMap((inner) =>
      typeof inner === "object" && inner !== null ? Object.values(inner) : [],
    );
  }
  return level.length > 0;
}
