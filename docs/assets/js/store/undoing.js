/**
 * Undoes changes of a page, wherever they are by now: what is stored in a transaction (reversal.js), and what still waits
 * to be written where it waits. That is so while nothing can be stored, and after another tab has deleted the review.
 *
 * @typedef {import("./transaction.js").Replaced} Replaced
 *
 * @callback Undo  puts back what was there before, where nobody has changed it since
 * @returns {Promise<void>}
 */

import { keyText } from "./record.js";
import { Reversal } from "./reversal.js";

/**
 * @param {Replaced[]} replaced
 * @param {import("./bound-page.js").BoundPage} page
 * @param {import("./saving.js").Saving} saving
 */
export async function undo(replaced, page, saving) {
  await saving.save();
  const { records } = page;
  const waiting = new Set(records.unsaved.map(({ record }) => keyText(record)));
  const isWaiting = ({ record }) => waiting.has(keyText(record));
  const all = replaced.map((one) => ({ ...one, record: records.addressed(one.record) }));
  const reversal = new Reversal(all.filter((one) => !isWaiting(one)));
  if (!all.every(isWaiting)) await saving.run(reversal);
  const left = [...all.filter(isWaiting), ...reversal.left];
  if (left.length) await undoHere(left, page, saving);
}

/** What is put back waits with the rest of its review, or is set aside where the page knows that no longer. */
async function undoHere(replaced, { records }, saving) {
  const reversal = new Reversal(replaced);
  await reversal.runIn(records.known);
  records.withdraw(replaced.map(({ record }) => record));
  records.restore(reversal.written);
  saving.keepAside(reversal.left.map(({ before }) => before));
  await saving.save();
}
