/** Saves a copy of some reviews as a file, and notes that it was saved. */

import { download } from "./export.js";
import { fingerprintOf, stringifyCopy } from "./saved-copy.js";

/**
 * @param {import("../store/store.js").Store} store
 * @param {string[]} reviews  their ids
 * @param {string} name       of the file
 */
export async function saveCopy(store, reviews, name) {
  const copied = await store.copyOf(reviews);
  download(name, "application/json", stringifyCopy(copied));
  for (const { id, records } of copied.reviews)
    await store.setDevice("savedCopy", { at: Date.now(), held: fingerprintOf(records) }, id);
}
