/**
 * One device for several people: a person's answers go into the board's counts, and all of their own from the device.
 *
 * @typedef {import("../store/store.js").Store} Store
 * @typedef {import("./counts.js").Addition} Addition
 */

import { additionChanges } from "./counts.js";
import { readerOf } from "../store/review.js";

/**
 * @param {Store} store
 * @returns {Promise<import("../store/review.js").Reader>} reads the board's review
 */
export const boardReader = async (store) => readerOf(await store.readReview(store.latest("board")));

/**
 * Counts the page's review and removes every review of one's own, so that the next person finds none. Where nothing can be
 * kept nothing is removed.
 *
 * @param {Store} store
 * @param {Addition|null} addition  null: the answers are counted already
 * @returns {Promise<(() => Promise<void>)|null>} gives the person their answers back; null where it was not done
 */
export async function handOver(store, addition) {
  const count = async (sign) => {
    if (!addition) return;
    const review = store.latest("board");
    await store.set(additionChanges(addition, sign).map((change) => ({ ...change, review })));
  };
  await count(1);
  if (store.state.name === "not-kept") {
    await count(-1);
    return null;
  }
  const own = store.reviews().filter(({ whose }) => whose === "mine");
  const bringBack = await store.remove(own.map(({ id }) => id));
  return async () => {
    await bringBack();
    await count(-1);
  };
}
