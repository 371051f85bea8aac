/**
 * Finds sections of the guide. Pure: no document, no request.
 *
 * @typedef {object} Section  one entry of search-index.json
 * @property {string} url      from the site's root, with the heading's anchor
 * @property {string} page     the page's h1
 * @property {string} heading
 * @property {string} text
 * @property {"question"} [kind]  of the page, where it is a question's
 *
 * @typedef {{section: Section, score: number}} Found
 */

const EXCERPT = 180; // characters
const START = "(^|[^\\p{L}\\p{N}])"; // of a word, and what stands before it
const WEIGHTS = { page: 4, heading: 8, text: 1 };
const OF_A_QUESTION = 4; // so that a word in its text counts for more than in the text of any other page

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * @param {string} query
 * @returns {string[]} its words, without accents and capitals
 */
export const wordsOf = (query) => plain(query).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * @param {Section[]} index
 * @param {string} query
 * @returns {Section[]} the sections in which each word begins some word, the most fitting first
 */
export function search(index, query) {
  const words = wordsOf(query);
  if (!words.length) return [];
  return index
    .map((section) => ({ section, score: scoreOf(section, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ section }) => section);
}

function scoreOf(section, words) {
  const scores = words.map((word) => {
    const begins = new RegExp(`${START}${word}`, "gu");
    const hits = (field) => Math.min((plain(section[field]).match(begins) ?? []).length, 3);
    return Object.entries(WEIGHTS).reduce((sum, [field, weight]) => sum + weight * hits(field), 0);
  });
  if (scores.includes(0)) return 0;
  return scores.reduce((sum, score) => sum + score) * (section.kind === "question" ? OF_A_QUESTION : 1);
}

/**
 * @param {string} text
 * @param {string} query
 * @returns {{text: string, isMatch: boolean}[]} a short part of the text around the first match, in pieces
 */
export function excerptOf(text, query) {
  const words = wordsOf(query);
  if (!words.length) return [{ text: text.slice(0, EXCERPT), isMatch: false }];
  const match = new RegExp(`${START}((?:${words.join("|")})[\\p{L}\\p{N}]*)`, "giu");
  const at = Math.max(text.search(match) - EXCERPT / 3, 0);
  const start = at && text.indexOf(" ", at) + 1;
  const end = start + EXCERPT < text.length ? text.lastIndexOf(" ", start + EXCERPT) : text.length;
  const part = text.slice(start, end);
  const pieces = part.split(match); // by turns: text, what stands before a match, and the match
  const shown = pieces.map((piece, place) => ({ text: piece, isMatch: place % 3 === 2 }));
  if (start) shown.unshift({ text: "… ", isMatch: false });
  if (end < text.length) shown.push({ text: " …", isMatch: false });
  return shown;
}
