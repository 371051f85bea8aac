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
  let saved = "";
  if (location.hash === REMOVED) {
    show(done, "removed");
    root.closest("details").open = true;
    focusOnceShown(done);
    history.replaceState(null, "", location.pathname);
  }
  onClick(root, {
    remove: async () => {
      saved = await saveCopy(store, "");
      dialog.showModal();
    },
    cancel: () => dialog.close(),
    "remove-confirmed": async () => {
      dialog.close();
      await saveCopy(store, saved); // another tab may have saved something since
      await removeOffline();
      await store.removeEverything();
      // A fresh page has nothing of it left, in no field and in no way to undo.
      location.hash = REMOVED;
      location.reload();
    },
  });
}

/** Until the views around an element have started it is out of sight, and cannot have the focus. */
function focusOnceShown(element) {
  element.focus();
  if (document.activeElement === document.body) requestAnimationFrame(() => focusOnceShown(element));
}

/** Saves a copy of everything, unless the last one held the same, and returns its text. */
async function saveCopy(store, last) {
  const copy = await store.copyOfEverything();
  const text = stringifyCopy(copy);
  if (copy.reviews.length && text !== last) download(fileName("json"), "application/json", text);
  return text;
}
