/** Clears all answers of the open review: asks first, and can be undone until the page is left. */

import { show } from "../messages.js";
import { outlineOf } from "../outline.js";

const FIELDS = { answer: ["answer", "wording"], conclusion: ["state", "wording"] };

/**
 * @param {HTMLElement} root
 * @param {import("../store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const dialog = root.querySelector("dialog");
  const done = root.querySelector("[role=status]");
  const questions = outlineOf(document);
  let before = [];

  const actions = {
    clear: () => dialog.showModal(),
    cancel: () => dialog.close(),
    confirm: () => {
      dialog.close();
      before = answersIn(store, questions);
      store.set(before.map((change) => ({ ...change, value: null })));
      show(done, "cleared");
      done.querySelector("[data-undo]").focus();
    },
    undo: () => {
      store.set(before);
      show(done, "restored");
      root.querySelector("[data-clear]").focus();
    },
  };
  const press = ({ target }) => {
    for (const [name, act] of Object.entries(actions)) if (target.matches(`[data-${name}]`)) act();
  };
  // What was cleared belongs to the review that was open.
  const forget = (changed) => {
    if (changed !== null) return;
    before = [];
    done.replaceChildren();
  };
  root.addEventListener("click", press);
  const unsubscribe = store.subscribe(forget);
  return () => {
    root.removeEventListener("click", press);
    unsubscribe();
  };
}

function answersIn(store, questions) {
  const things = questions.flatMap(({ id, statements }) => [
    ["conclusion", id],
    ...statements.map((statement) => ["answer", statement]),
  ]);
  const fields = things.flatMap(([kind, id]) => FIELDS[kind].map((field) => ({ kind, id, field })));
  return fields
    .map((change) => ({ ...change, value: store.get(change.kind, change.id, change.field) }))
    .filter(({ value }) => value !== null);
}
