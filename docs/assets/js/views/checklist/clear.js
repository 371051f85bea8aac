/** Clears all of one's own answers: asks first, and can be undone until the page is left. */

import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { DEVICE, hasTrait } from "../../store/record.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const dialog = root.querySelector("dialog");
  const done = root.querySelector("[role=status]");
  let undo;

  onClick(root, {
    clear: () => dialog.showModal(),
    cancel: () => dialog.close(),
    confirm: async () => {
      dialog.close();
      undo = store.setUndoably(await clearing(store));
      show(done, "cleared");
      done.querySelector("button").focus();
    },
    undo: async () => {
      await undo();
      show(done, "restored");
      root.querySelector("[data-act=clear]").focus();
    },
  });
}

/** Every review of one's own, and the codes that left this device: the next person is to find none of it. */
async function clearing(store) {
  const own = store.reviews().filter(({ whose }) => whose === "mine");
  const records = await Promise.all(own.map(({ id }) => store.readReview(id)));
  const cleared = records.flat().filter(({ kind, value }) => hasTrait(kind, "cleared") && value !== null);
  const sent = own.filter(({ id }) => store.device("handedOut", id));
  const handedOut = sent.map(({ id }) => ({
    review: DEVICE,
    kind: "device",
    id,
    field: "handedOut",
    value: null,
  }));
  return [
    ...cleared.map(({ review, kind, id, field }) => ({ review, kind, id, field, value: null })),
    ...handedOut,
  ];
}
