/**
 * Answer codes in an email or a chat, with other words between them. Pure.
 *
 * Words of 4 letters look like a piece of a code. So what decides is the check, and that a piece starts with the
 * fingerprint of an edition that is known; without one it needs the shape of a code, and a digit.
 *
 * @typedef {object} Chunk  letters and digits without a break
 * @property {number} start  its place in the text
 * @property {number} end
 * @property {string} text
 * @property {"-"|" "|"\n"|""} joint  what stands between it and the chunk before
 * @property {string} fingerprint  the first 4 characters from here, as `parseCode` would take them
 *
 * @typedef {object} Found  a code, with what `parseCode` says of it; or a piece that looks like one, with what a
 *   CodeError says
 * @property {number} start  its place in the text
 * @property {number} end
 * @property {string} text   as it stands there
 * @property {string} [code]
 * @property {string} [fingerprint]
 * @property {string} [problem]
 * @property {string[]} [characters]
 * @property {number} [expected]
 * @property {number} [got]
 * @property {boolean} [isLater]  whether it takes the place of the one before, which the same person handed out earlier
 */

import { CodeError, JOINT, LINK, lengthOf, parseCode, SEPARATORS, unmangled } from "./code.js";

const CHUNK = /[\p{L}\p{N}]+/gu;
/** Besides the separators: how emails mark quoted lines. */
const BETWEEN = new RegExp(`^[${SEPARATORS}>|]*$`, "u");
const JOINED = new RegExp(`^[\\s>|]*${JOINT}[\\s>|]*$`, "u");
const GROUP = 4; // characters
const FEWEST = 10; // characters of a code whose fingerprint is not known: a shorter one would be found in any text
const MOST = 200; // groups: many times the largest guide, and an end to the work that a hostile text can make

/**
 * @param {string} given
 * @param {import("./code.js").Edition[]} [editions]  those that are known
 * @returns {Found[]} in the order of the text, as `unmangled` reads it
 */
export function findCodes(given, editions = []) {
  const text = unmangled(given);
  const lengths = new Map(editions.map((edition) => [edition.fingerprint, lengthOf(edition)]));
  const all = runsIn(text).flatMap((chunks) => {
    const run = chunks.map((chunk, place) => ({ ...chunk, fingerprint: fingerprintAt(chunks, place) }));
    const found = [];
    for (let place = 0; place < run.length;) {
      const piece = pieceAt(run.slice(place, place + MOST), lengths);
      if (piece) found.push(describe(piece, text));
      place += piece?.chunks.length ?? 1;
    }
    return found;
  });
  const isLater = ({ start }, place) => place > 0 && JOINED.test(text.slice(all[place - 1].end, start));
  return all.map((found, place) => (isLater(found, place) ? { ...found, isLater: true } : found));
}

/**
 * @param {string} given  the text that a code was found in
 * @param {number} start  of the code, in the text as `unmangled` reads it
 * @returns {string} what stands before it: in its own line, or else in the last line above that says something
 */
export function lineBefore(given, start) {
  const lines = unmangled(given)
    .slice(0, start)
    .split(/[\n\r]+/);
  const saying = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
  return saying.at(-1)?.trim() ?? "";
}

/** Chunks in runs: nothing but separators stands inside a run. */
function runsIn(text) {
  const bare = text.replace(new RegExp(LINK, "gi"), (start) => "#".repeat(start.length));
  const runs = [];
  let end = 0;
  for (const match of bare.matchAll(CHUNK)) {
    const between = bare.slice(end, match.index);
    const chunk = {
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      joint: jointOf(between),
    };
    if (runs.length && BETWEEN.test(between)) runs.at(-1).push(chunk);
    else runs.push([chunk]);
    end = chunk.end;
  }
  return runs;
}

function jointOf(between) {
  if (/^[\p{Pd}\u2212][\s>|]*$/u.test(between)) return "-"; // a dash between spaces joins no group
  if (/[\n\r]/.test(between)) return "\n";
  return between && " ";
}

const joined = (chunks) => chunks.map(({ text }) => text).join("");

function fingerprintAt(chunks, place) {
  const start = joined(chunks.slice(place, place + GROUP)).slice(0, GROUP);
  return start.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** What starts with the first chunk: a code, a piece that was meant as one, or null. */
function pieceAt(chunks, lengths) {
  const isStart = ({ fingerprint }) => lengths.has(fingerprint);
  const expected = lengths.get(chunks[0].fingerprint);
  const whole = expected && ofLength(chunks, expected);
  if (whole && !problemOf(whole)) return { chunks: whole };
  const alike = chunks.slice(0, endOf(chunks, isStart));
  if (!expected) return shapedPiece(alike, [...lengths.values()]);
  const meant = whole && alike.length === 1 && !whole.slice(1).some(isStart) ? whole : alike;
  return /\p{N}/u.test(joined(meant)) ? { chunks: meant, expected } : null;
}

/** As many chunks as have that many characters together, or null where none end there. */
function ofLength(chunks, length) {
  let sum = 0;
  const count = chunks.findIndex(({ text }) => (sum += text.length) >= length) + 1;
  return sum === length ? chunks.slice(0, count) : null;
}

/** Where the chunks cease to be joined alike, or to look like a code, or where another code starts. */
function endOf(chunks, isStart) {
  const joint = chunks[1]?.joint;
  const looksAlike = ({ text }) =>
    joint === "-" || (joint === " " && (/\p{N}/u.test(text) || !/\p{Ll}/u.test(text)));
  if (!looksAlike(chunks[0])) return 1;
  const end = chunks.findIndex(
    (next, place) => place && (next.joint !== joint || !looksAlike(next) || isStart(next)),
  );
  return end === -1 ? chunks.length : end;
}

/** A code of an edition that is not known, or a mistyped one: in groups of 4, or without a break. */
function shapedPiece(chunks, lengths) {
  const last = chunks.findIndex(({ text }) => text.length !== GROUP);
  const groups = chunks.slice(0, last === -1 ? undefined : last + 1);
  const isEnd = groups.at(-1).text.length <= GROUP;
  const shaped = groups.length === 1 || isEnd ? groups : groups.slice(0, -1);
  const text = joined(shaped);
  if (text.length < FEWEST || !/\p{L}/u.test(text) || !/\p{N}/u.test(text)) return null;
  if (!problemOf(shaped)) return { chunks: shaped };
  const looksMeant = shaped.length > 3 || lengths.some((length) => Math.abs(length - text.length) <= 1);
  return looksMeant ? { chunks: shaped } : null;
}

/** @returns {any} the CodeError, or null */
function problemOf(chunks) {
  try {
    return parseCode(joined(chunks)) && null;
  } catch (error) {
    if (error instanceof CodeError) return error;
    throw error;
  }
}

/**
 * @param {{chunks: Chunk[], expected?: number}} piece
 * @param {string} text
 * @returns {Found}
 */
function describe({ chunks, expected }, text) {
  const [{ start }, { end }] = [chunks[0], chunks.at(-1)];
  const place = { start, end, text: text.slice(start, end) };
  const got = joined(chunks).length;
  if (expected && expected !== got) return { ...place, problem: "length", expected, got };
  const problem = problemOf(chunks);
  if (!problem) return { ...place, ...parseCode(joined(chunks)) };
  const { problem: name, characters } = problem;
  return { ...place, problem: name, ...(characters && { characters }) };
}
