/**
 * Copies of all that is kept, for a file: nothing is left out that a removal would take.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 *
 * @typedef {import("./review.js").Review & {unreadable?: SavedRecord[]}} KeptReview  what of it cannot be read is wrapped
 *   as what is set aside
 */

import { DEVICE, isReadable, keyText, setAside } from "./record.js";

/**
 * @param {string[]} ids  of reviews
 * @param {import("./bound-page.js").BoundPage} page
 * @param {import("./loading.js").Loading} loading
 * @returns {Promise<KeptReview[]>} all that is kept of them
 */
export function copiesOf(ids, page, loading) {
  const copyOf = async (id) => {
    const all = await loading.readAll(id);
    page.records.take(all);
    const unreadable = all.filter((record) => !isReadable(record)).map((record) => asideOf(record, id));
    return { id, records: page.records.known.all(id), unreadable };
  };
  return Promise.all(ids.map(copyOf));
}

/**
 * @param {string} id  of the review that a copy holds them with
 * @param {import("./loading.js").Loading} loading
 * @returns {Promise<SavedRecord[]>} what is kept aside or cannot be read and belongs to no review
 */
export async function asidesOfDevice(id, loading) {
  const all = await loading.readAll(DEVICE);
  const asides = all.filter((record) => !isReadable(record) || record.kind === "set-aside");
  return asides.map((record) => (isReadable(record) ? record : asideOf(record, id)));
}

/** What cannot be read, as a copy holds it: under a name of its own, so that loading it again changes nothing. */
function asideOf(record, review) {
  return { ...setAside(record, "unreadable"), review, id: `unreadable ${keyText(record)}`, changedAt: 0 };
}
