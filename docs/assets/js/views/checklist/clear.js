/** Clears the open review: asks first, and can be undone until the page is left. */

import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { hasTrait } from "../../store/record.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const dialog = root.querySelector("dialog");
  const done = root.querySelector("[role=status]");
  let cleared = { review: null, before: [] };

  onClick(root, {
    clear: () => dialog.showModal(),
    cancel: () => dialog.close(),
    confirm: () => {
      dialog.close();
      const before = store.records().filter(({ kind, value }) => hasTrait(kind, "cleared") && value !== null);
      cleared = { review: store.review, before };
      store.set(before.map(({ kind, id, field }) => ({ kind, id, field, value: null })));
      show(done, "cleared");
      done.querySelector("button").focus();
    },
    undo: async () => {
      const { review } = cleared;
      await store.openReview(review);
      // What was written since is set aside in its turn.
      store.set(
        cleared.before.map(({ kind, id, field, value }) => ({ review, kind, id, field, value, over: "" })),
      );
      show(done, "restored");
      root.querySelector("[data-act=clear]").focus();
    },
  });
}
