/**
 * What a facilitator brings to be counted: codes in a text, and copies that members saved. Nothing here is kept.
 *
 * @typedef {import("./code.js").Edition} Edition
 *
 * @typedef {object} Collected  one person's answers
 * @property {string} text  as it stood there, or the name of the file
 * @property {string} hash  of the code
 * @property {import("../members/counts.js").AnswerSet} set
 * @property {string} [edition]  the name of another edition that it was made with
 * @property {number} [left]     how many statements of that edition this guide no longer has
 * @property {Collected[]} [replaced]  what the same person handed out before: it is not to be counted beside this
 *
 * @typedef {object} Rejected  what cannot be counted
 * @property {string} text
 * @property {string} problem  names a message
 * @property {string} [before]  the line that stands before it: it may say who sent it
 */

import { answersOf, CodeError, decode, encode, hashOf, inEdition } from "./code.js";
import { findCodes, lineBefore } from "./find.js";
import { readerOf } from "../store/review.js";
import { FileProblem, MOST_BYTES, parseCopy } from "../files/saved-copy.js";

/**
 * @param {string} address  of the list of editions
 * @returns {Promise<(Edition & {edition: string})[]>} those that are published; none where they cannot be had
 */
export async function publishedEditions(address) {
  try {
    const list = await json(address);
    return await Promise.all(list.map(({ edition }) => json(new URL(`${edition}.json`, address).href)));
  } catch {
    return []; // offline: codes of this edition can be counted all the same
  }
}

const json = async (address) => (await fetch(address)).json();

/**
 * @param {string} text
 * @param {Edition} present  the edition of these pages
 * @param {() => Promise<(Edition & {edition: string})[]>} others  those published, asked for
 *   only where a code is not of the present edition
 * @returns {Promise<(Collected|Rejected)[]>} every code, and what looks like one, in the order of the text
 */
export async function collectCodes(text, present, others) {
  const found = findCodes(text, [present]);
  /** @param {{fingerprint?: string}} one */
  const isOurs = ({ fingerprint }) => fingerprint === present.fingerprint;
  if (found.every(isOurs)) return collectedFrom(text, found, present, [present]);
  const editions = [present, ...(await others()).filter((edition) => !isOurs(edition))];
  return collectedFrom(text, findCodes(text, editions), present, editions);
}

function collectedFrom(text, found, present, editions) {
  const all = found.map((code) => {
    const one = fromCode(code, present, ofFingerprint(editions, code.fingerprint));
    return "problem" in one ? { ...one, before: lineBefore(text, code.start) } : one;
  });
  for (const [place, { isLater }] of found.entries()) {
    if (isLater && all[place].set) replace(all[place], [all[place - 1]]);
  }
  return withoutReplaced(all);
}

/**
 * A code that the same person handed out earlier is not counted, wherever else it stands in the text: in an earlier email,
 * or quoted in the later one. Where 2 take each other's place, as of one who changed an answer and changed it back, the
 * last in the text stands.
 */
function withoutReplaced(all) {
  let kept = [];
  for (const one of all) {
    const older = kept.filter((other) => replaces(one, other));
    kept = kept.filter((other) => !older.includes(other));
    const isSame = ({ hash }) => Boolean(one.replaced) && hash === one.hash;
    const later = kept.find((other) => isSame(other) || replaces(other, one));
    replace(later ?? one, later ? [one] : older);
    if (!later) kept.push(one);
  }
  return kept;
}

const replaces = (one, { hash }) => Boolean(hash) && (one.replaced ?? []).some((each) => each.hash === hash);

/** Has one take the place of others, and of what those took the place of: each once, and not of itself. */
function replace(one, others) {
  const all = [...(one.replaced ?? []), ...others.flatMap((other) => [...(other.replaced ?? []), other])];
  const known = new Map(
    all.filter(({ set, hash }) => set && hash !== one.hash).map((each) => [each.hash, each]),
  );
  if (known.size) one.replaced = [...known.values()];
}

const ofFingerprint = (editions, wanted) => editions.find(({ fingerprint }) => fingerprint === wanted);

/** @param {import("./find.js").Found} found */
function fromCode({ text, code, problem, ...values }, present, edition) {
  if (problem) return { text, ...values, problem };
  if (!edition) return { text, problem: "edition" };
  try {
    return collected(text, code, decode(code, edition), edition, present);
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    const { problem: name, expected, got } = /** @type {any} */ (error);
    return { text, problem: name, expected, got };
  }
}

function collected(text, code, answers, edition, present) {
  if (!answers.answered.size) return { text, problem: "unanswered" };
  const hash = hashOf(code);
  if (edition === present) return { text, hash, set: answers };
  const { statements, left, ...set } = inEdition(answers, edition, present);
  return { text, hash, set: { ...set, asked: statements }, edition: edition.edition, left };
}

/**
 * @param {File} file  of a saved copy
 * @param {Edition & {guide: string, edition: string}} present
 * @param {() => Promise<(Edition & {edition: string})[]>} others
 * @returns {Promise<Collected|Rejected>} the newest of a member's own reviews in it, and of that the answers only
 */
export async function collectFile(file, present, others) {
  const problem = (name) => ({ text: file.name, problem: `file-${name}` });
  if (file.size > MOST_BYTES) return problem("unreadable");
  const copy = readCopy(await file.text().catch(() => "")); // it can have gone since it was chosen
  if (!copy) return problem("unreadable");
  if (copy.guide !== present.guide) return problem("guide");
  const own = copy.reviews
    .map(({ records }) => readerOf(records))
    .filter(({ get }) => get("review", "", "whose") === "mine");
  if (!own.length) return problem("board");
  const isSame = ({ edition }) => edition === copy.edition;
  const edition = isSame(present) ? present : (await others()).find(isSame);
  if (!edition) return problem("edition");
  const answers = answersOf(own.at(-1).get, edition.questions);
  return collected(file.name, encode(edition, answers), answers, edition, present);
}

function readCopy(text) {
  try {
    return parseCopy(text);
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}
