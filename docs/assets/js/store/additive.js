/**
 * Values that add up, so that what two tabs add at the same moment is there twice: counts of members, and the hashes of
 * the codes that were counted. Pure.
 *
 * @typedef {import("./record.js").Counts} Counts
 */

/** @type {Counts} */
export const NONE = { ticked: 0, notTicked: 0, unknown: 0 };
export const NAMES = Object.keys(NONE);

/**
 * @param {Counts|null} counts
 * @returns {number} people
 */
export const totalOf = (counts) => NAMES.reduce((sum, name) => sum + (counts?.[name] ?? 0), 0);

/**
 * @param {Counts|null} counts
 * @param {Counts|null} more
 * @param {1|-1} [sign]  -1 takes them away, and stops at 0: another tab may have started again
 * @returns {Counts|null} null where nobody is left
 */
export function sum(counts, more, sign = 1) {
  const added = NAMES.map((name) => [name, Math.max(0, (counts?.[name] ?? 0) + sign * (more?.[name] ?? 0))]);
  const result = Object.fromEntries(added);
  return totalOf(result) ? result : null;
}

/** Each hash once for each person: 2 people with the same answers have the same. */
function sumOfLists(list, more, sign) {
  const left = [...(list ?? [])];
  for (const one of more ?? []) {
    if (sign === 1) left.push(one);
    else if (left.includes(one)) left.splice(left.indexOf(one), 1);
  }
  return left.length ? left.sort() : null;
}

const SUMS = { counts: sum, codes: sumOfLists };

/**
 * @param {string} kind
 * @param {string} field
 * @returns {((value: any, more: any, sign: 1|-1) => any)|null} adds to a value of that field; null where it has no sum
 */
export const sumOf = (kind, field) => (kind === "combined" && SUMS[field]) || null;
