/** Reviews begun, begun from the open one, saved together, and deleted. */

import { fileName } from "../../files/export.js";
import { saveCopy } from "../../files/save-copy.js";
import { show } from "../../page/messages.js";
import { reviewName } from "../../page/review-name.js";
import { onClick } from "../../page/on-click.js";
import { hasTrait } from "../../store/record.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const done = root.querySelector("[role=status]");
  const dialog = root.querySelector("dialog");
  let asked; // the review that the dialog is about
  let bringBack;

  const begin = async (whose, changes) => {
    await store.begin(whose, changes);
    document.getElementById("review--name").focus(); // far above: a person sees that another review is open
  };

  onClick(root, {
    "begin-mine": () => begin("mine"),
    "begin-board": () => begin("board"),
    copy: () => begin(store.whose, carriedFrom(store)),
    "save-all": async () => {
      const ids = store.reviews().map(({ id }) => id);
      await saveCopy(store, ids, fileName("json"));
      show(done, "copy-saved");
    },
    delete: () => {
      asked = shownIn(store);
      dialog.querySelector("[data-review]").textContent = reviewName(asked);
      dialog.showModal();
    },
    cancel: () => dialog.close(),
    "delete-confirmed": async () => {
      dialog.close();
      bringBack = await store.remove([asked.id]);
      show(done, "review-deleted");
      done.querySelector("button").focus();
    },
    undo: async () => {
      await bringBack();
      show(done, "restored");
      root.querySelector("[data-act=delete]").focus();
    },
  });
}

const shownIn = (store) =>
  store.reviews().find(({ id }) => id === store.review) ?? { id: store.review, whose: store.whose };

/**
 * The next review starts with the organisation's name and with what was answered, agreed and promised. Only whether it
 * was discussed starts anew.
 */
function carriedFrom(store) {
  const isCarried = ({ kind, field, value }) =>
    value !== null && (field === "organisation" || (hasTrait(kind, "carried") && field !== "state"));
  return store
    .records()
    .filter(isCarried)
    .map(({ kind, id, field, value }) => ({ kind, id, field, value }));
}
