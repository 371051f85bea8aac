/** A copy of reviews as a file: what it is called, and what stands in it. */

import { write } from "./saved-file.js";

/**
 * @param {import("./store.js").Store} store
 * @param {string[]} reviews  their ids
 * @returns {Promise<string>} the text of the file
 */
export async function copyOf(store, reviews) {
  const { guide, edition } = document.documentElement.dataset;
  const read = reviews.map(async (id) => ({ id, records: await store.read(id) }));
  return write({ guide, edition, reviews: await Promise.all(read) });
}

/**
 * @param {string} ending  such as "json"
 * @returns {string} a file name with the guide's id and today's date
 */
export function fileName(ending) {
  const day = new Intl.DateTimeFormat("sv").format(new Date()); // year, month, day
  return `${document.documentElement.dataset.guide}-${day}.${ending}`;
}
