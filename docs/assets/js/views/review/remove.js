/** Removes everything from this device, the guide stored for use offline included, once a copy has been saved. */

import { download, fileName } from "../../files/export.js";
import { show } from "../../page/messages.js";
import { removeOffline } from "../../site/offline.js";
import { onClick } from "../../page/on-click.js";
import { stringifyCopy } from "../../files/saved-copy.js";

const REMOVED = "#removed";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const dialog = root.querySelector("dialog");
  const done = root.querySelector("[role=status]");
  if (location.hash === REMOVED) {
    show(done, "removed");
    setTimeout(() => done.focus()); // until it is mounted it is out of sight
    history.replaceState(null, "", location.pathname);
  }
  onClick(root, {
    remove: async () => {
      const reviews = store.reviews().map(({ id }) => id);
      if (reviews.length)
        download(fileName("json"), "application/json", stringifyCopy(await store.copyOf(reviews)));
      dialog.showModal();
    },
    cancel: () => dialog.close(),
    "remove-confirmed": async () => {
      dialog.close();
      await removeOffline();
      await store.removeEverything();
      // A fresh page has nothing of it left, in no field and in no way to undo.
      location.hash = REMOVED;
      location.reload();
    },
  });
}
