/**
 * One device for several people: a person's answers go into the board's counts, and their review from the device.
 *
 * @typedef {import("../store/store.js").Store} Store
 * @typedef {import("../page/questions.js").Question} Question
 * @typedef {import("./counts.js").Addition} Addition
 */

import { additionChanges } from "./counts.js";
import { readerOf } from "../store/review.js";

/**
 * @param {Store} store
 * @returns {Promise<import("../store/review.js").Reader|null>} reads the board's review, where there is one
 */
export async function boardReader(store) {
  const board = store.latest("board");
  return board && readerOf(await store.readReview(board));
}

/**
 * Counts the open review, removes it, and opens an empty one. Where nothing can be kept nothing is removed.
 *
 * @param {Store} store
 * @param {Question[]} guide
 * @param {Addition|null} addition  null: the answers are counted already
 * @returns {Promise<(() => Promise<void>)|null>} gives the person their answers back; null where it was not done
 */
export async function handOver(store, guide, addition) {
  const person = store.review;
  const takeBack = addition ? await count(store, guide, addition) : async () => {};
  if (store.state.name === "not-kept") {
    await takeBack();
    await store.openReview(person);
    return null;
  }
  await store.begin("mine");
  const next = store.review;
  const bringBack = await store.remove(person);
  return async () => {
    await bringBack();
    await store.openReview(person);
    await store.remove(next);
    await takeBack();
  };
}

/** Puts an addition into the board's counts, and begins a board's review where there is none. */
async function count(store, guide, addition) {
  const board = store.latest("board");
  if (!board) {
    await store.begin(
      "board",
      additionChanges(() => null, guide, addition),
    );
    const begun = store.review;
    return () => store.remove(begun);
  }
  const write = async (sign) => {
    const { get } = readerOf(await store.readReview(board));
    await store.set(
      additionChanges(get, guide, addition, sign).map((change) => ({ ...change, review: board })),
    );
  };
  await write(1);
  return () => write(-1);
}
