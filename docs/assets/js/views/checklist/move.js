/** Moves answers that were given in the wrong place to the board's, or to one's own, and back. */

import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { switchTab } from "../../page/tab.js";
import { canMove, movingChanges } from "../../store/moving.js";

/** @type {Record<import("../../store/record.js").Whose, import("../../store/record.js").Whose>} */
const OTHER = { mine: "board", board: "mine" };

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const done = root.querySelector("[role=status]");
  /** @type {HTMLElement} */
  const question = root.closest("[data-questions]").querySelector("[data-question]");
  let undo;

  const showWhose = (whose) => {
    switchTab(whose);
    return store.choose(whose);
  };
  const move = async (isMeant) => {
    const { whose, review } = store;
    const id = store.latest(OTHER[whose]);
    const into = { id, whose: OTHER[whose], records: await store.readReview(id) };
    const records = store.records(review).filter((record) => canMove(record) && isMeant(record));
    if (!records.length) return show(done, "nothing-to-move");
    const back = store.setUndoably(movingChanges({ id: review, whose, records }, into, wordingsIn(root)));
    undo = () => back().then(() => showWhose(whose));
    await showWhose(OTHER[whose]);
    show(done, `moved-${OTHER[whose]}`);
    done.querySelector("button").focus();
  };
  onClick(root, {
    "move-question": () => move(isAbout(question.dataset, store)),
    "move-all": () => move(() => true),
    "undo-move": async () => {
      await undo();
      show(done, "moved-back");
      root.querySelector("summary").focus();
    },
  });
}

/**
 * @param {DOMStringMap} question  as the page says it
 * @param {import("../../store/store.js").Store} store
 * @returns {(record: import("../../store/record.js").SavedRecord) => boolean} whether a record is about that question, one
 *   of its statements or one of its actions
 */
function isAbout({ question, statements }, store) {
  const ids = { answer: statements.split(" "), conclusion: [question] };
  return ({ kind, id }) =>
    kind === "action" ? store.get("action", id, "question") === question : ids[kind].includes(id);
}

/** Of every statement of the guide that says something else to one member. */
const wordingsIn = (root) =>
  new Map(
    [...root.querySelectorAll("[data-wording]")].map(({ dataset: { wording, text, alone } }) => [
      wording,
      { text, alone },
    ]),
  );
