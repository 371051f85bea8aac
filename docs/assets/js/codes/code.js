/**
 * An answer code: one member's ticks, do-not-knows and answered questions as letters and digits that can be read
 * aloud, typed, pasted or carried in a link. Pure. It holds no name and no words. find.js finds codes in a text.
 *
 * The characters are Crockford's 32 (https://www.crockford.com/base32.html): 4 for the edition's fingerprint, then
 * the answers as one number (a digit of base 3 for each statement, a bit for each question), then 2 to check. The
 * whole code, read as a number, is a multiple of 1021. That is a prime above 32, and 32 is not 1 modulo it: so one
 * wrong character, or two neighbours swapped, never leave a multiple
 * (https://en.wikipedia.org/wiki/Check_digit; ISO/IEC 7064 does the same with other moduli).
 *
 * @typedef {import("../page/questions.js").Question} Question
 *
 * @typedef {object} Edition  what a code is read with, as it is published in `editions/`
 * @property {string} fingerprint  4 characters
 * @property {Question[]} questions  in code order
 *
 * @typedef {object} Answers
 * @property {Map<string, true|"unknown">} answers  by statement
 * @property {Set<string>} answered  the questions that the member marked as answered
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MISREAD = { O: "0", I: "1", L: "1" };
const FINGERPRINT = 4; // characters
const CHECK = 2; // characters
const MODULUS = 1021;
/** @type {(true|"unknown"|null)[]} the digits of base 3 */
const ANSWERS = [null, true, "unknown"];
/** What people and programs put between and around the groups: spaces, dashes, and characters that cannot be seen. */
export const SEPARATORS = "\\s\\p{Pd}\\p{Cf}\\u2212_";
/** Between a code that was handed out before and the one that takes its place. */
export const JOINT = "/";
/** The start of a code in a link, once `unmangled` has read it. */
export const LINK = /#code=/i;

const accepted = [...ALPHABET].map((character) => [character, character]).concat(Object.entries(MISREAD));
const READ_AS = new Map(
  accepted.flatMap(([seen, meant]) => [
    [seen, meant],
    [seen.toLowerCase(), meant],
  ]),
);

/**
 * Why a code cannot be read. `problem` is "empty", "characters" (with the wrong `characters`), "too-short",
 * "mistyped" (the check fails), "length" (with the `expected` and the `got` number of characters) or "edition"
 * (with its `fingerprint`).
 */
export class CodeError extends Error {
  constructor(problem, values = {}) {
    super(problem);
    Object.assign(this, values, { problem });
  }
}

const statementIds = (questions) => questions.flatMap(({ statements }) => statements.map(({ id }) => id));

/**
 * @param {import("../store/review.js").Get} get  reads the member's review
 * @param {Question[]} questions
 * @returns {Answers}
 */
export function answersOf(get, questions) {
  const ids = statementIds(questions);
  const answers = ids.map((id) => [id, get("answer", id, "answer")]).filter(([, answer]) => answer !== null);
  const answered = questions.map(({ id }) => id).filter((id) => get("conclusion", id, "state") !== null);
  return { answers: new Map(answers), answered: new Set(answered) };
}

/**
 * @param {Edition} edition
 * @param {Answers} answers
 * @returns {string} of the same length for every member
 */
export function encode(edition, { answers, answered }) {
  const digitOf = ({ base, id }) =>
    base === 2n ? Number(answered.has(id)) : ANSWERS.indexOf(answers.get(id) ?? null);
  let number = 0n;
  for (const slot of slotsOf(edition)) number = number * slot.base + BigInt(digitOf(slot));
  const body = textOf(number).padStart(lengthOf(edition) - FINGERPRINT - CHECK, "0");
  const start = edition.fingerprint + body;
  const check = (MODULUS - remainderOf(`${start}00`)) % MODULUS;
  return start + textOf(BigInt(check)).padStart(CHECK, "0");
}

/**
 * @param {Edition} edition
 * @returns {number} characters in each of its codes
 */
export function lengthOf(edition) {
  return FINGERPRINT + textOf(sizeOf(edition) - 1n).length + CHECK;
}

/** Works something out once for an edition: a board sends many codes of the same. */
function once(work) {
  const known = new WeakMap();
  return (edition) => known.get(edition) ?? known.set(edition, work(edition)).get(edition);
}

/** What the number of a code is made of: an answer for each statement, then a bit for each question. */
const slotsOf = once(({ questions }) => {
  return [
    ...statementIds(questions).map((id) => ({ id, base: 3n })),
    ...questions.map(({ id }) => ({ id, base: 2n })),
  ];
});

/** How many different answers an edition can get. */
const sizeOf = once((edition) => slotsOf(edition).reduce((size, { base }) => size * base, 1n));
const textOf = (number) => Array.from(number.toString(32), (digit) => ALPHABET[parseInt(digit, 32)]).join("");
const remainderOf = (code) =>
  Array.from(code).reduce((rest, one) => (rest * 32 + ALPHABET.indexOf(one)) % MODULUS, 0);

/**
 * @param {string} code
 * @returns {string} in groups of 4, as people read it
 */
export const group = (code) => code.match(/.{1,4}/g).join("-");

/**
 * Undoes what mail programs, link filters and keyboards do to a text with a code: wide letters, lines that were
 * wrapped with "=" (https://www.rfc-editor.org/rfc/rfc2045#section-6.7), addresses encoded once or several times, also
 * with "-" for "%" and "_" for "/", as some filters write them.
 *
 * @param {string} text
 * @returns {string}
 */
export function unmangled(text) {
  return text
    .normalize("NFKC")
    .replace(/(code)?=\r?\n(=3D)?/gi, (_, code = "", is = "") => code + (is || (code && "=")))
    .replace(
      /[_/]?-23code-3D([\w-]+)/gi,
      (_, code) => `#code=${code.replace(/-2D/gi, "-").replace(/-2F/gi, JOINT)}`,
    )
    .replace(/(?:#|=23|%(?:25)*23)code(?:%(?:25)*3D|=3D(?=\w{4})|=)/gi, "#code=") // a code can begin with 3D
    .replace(/%(?:25)*2D/gi, "-")
    .replace(/%(?:25)*2F/gi, JOINT);
}

/**
 * @param {string} text  a code as a person typed it, or a link with one
 * @returns {{fingerprint: string, code: string}}
 * @throws {CodeError} and nothing else
 */
export function parseCode(text) {
  const [start, linked] = unmangled(text).split(LINK);
  const typed = linked === undefined ? start : linked.split("&")[0];
  const characters = Array.from(typed.replace(new RegExp(`[${SEPARATORS}]`, "gu"), ""));
  const wrong = characters.filter((character) => !READ_AS.has(character));
  if (!characters.length) throw new CodeError("empty");
  if (wrong.length) throw new CodeError("characters", { characters: [...new Set(wrong)] });
  if (characters.length <= FINGERPRINT + CHECK) throw new CodeError("too-short");
  const code = characters.map((character) => READ_AS.get(character)).join("");
  if (remainderOf(code) !== 0) throw new CodeError("mistyped");
  return { fingerprint: code.slice(0, FINGERPRINT), code };
}

/**
 * @param {string} code  as `parseCode` returns it
 * @param {Edition} edition
 * @returns {Answers}
 * @throws {CodeError} and nothing else
 */
export function decode(code, edition) {
  const [expected, { fingerprint }] = [lengthOf(edition), parseCode(code)];
  if (fingerprint !== edition.fingerprint) throw new CodeError("edition", { fingerprint });
  if (code.length !== expected) throw new CodeError("length", { expected, got: code.length });
  const bits = Array.from(code.slice(FINGERPRINT, -CHECK), (one) =>
    ALPHABET.indexOf(one).toString(2).padStart(5, "0"),
  );
  let number = BigInt(`0b${bits.join("")}`);
  if (number >= sizeOf(edition)) throw new CodeError("mistyped");
  const slots = [...slotsOf(edition)].reverse().map((slot) => {
    const digit = Number(number % slot.base);
    number /= slot.base;
    return { ...slot, digit };
  });
  const given = slots.reverse().filter(({ digit }) => digit);
  return {
    answers: new Map(given.filter(({ base }) => base === 3n).map(({ id, digit }) => [id, ANSWERS[digit]])),
    answered: new Set(given.filter(({ base }) => base === 2n).map(({ id }) => id)),
  };
}

/**
 * What a code of one edition still says in another.
 *
 * @param {Answers} answers
 * @param {Edition} from  the edition of the code
 * @param {Edition} to    the edition of these pages
 * @returns {Answers & {statements: Set<string>, left: number}} `statements` are those that count: both editions have
 *   them, and their question was answered; `left` is how many more of an answered question `to` does not have
 */
export function inEdition({ answers, answered }, from, to) {
  const known = new Set(statementIds(to.questions));
  const asked = statementIds(from.questions.filter(({ id }) => answered.has(id)));
  const statements = new Set(asked.filter((id) => known.has(id)));
  return {
    answers: new Map([...answers].filter(([id]) => known.has(id))),
    answered: new Set(to.questions.map(({ id }) => id).filter((id) => answered.has(id))),
    statements,
    left: asked.length - statements.size,
  };
}

/**
 * @param {string} code  with its fingerprint, as `parseCode` gives it
 * @returns {string} 6 hexadecimal digits, the same for the same code: FNV-1a, folded to 24 bits
 *   (http://www.isthe.com/chongo/tech/comp/fnv/). It is short on purpose: many codes share it, so that it does not lead
 *   back to one person's answers, and of 30 different codes 2 agree once in 38,000 times, which is only asked about.
 *   crypto.subtle is missing where a site is served without HTTPS, and a code must have 1 hash everywhere.
 */
export function hashOf(code) {
  let hash = 0x811c9dc5;
  for (const character of code) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, "0");
}
