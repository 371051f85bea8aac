/** Stores the whole guide on this device, when asked to, and removes it again. */

import { numberText } from "../../page/dates.js";
import { show } from "../../page/messages.js";
import {
  isPossible,
  offlineState,
  removeOffline,
  renewOffline,
  sizeOfGuide,
  storeOffline,
} from "../../site/offline.js";
import { onClick } from "../../page/on-click.js";

const MEGABYTE = 1_000_000; // bytes

/**
 * @param {HTMLElement} root
 */
export function mount(root) {
  const done = root.querySelector("[role=status]");
  const say = (name) => {
    show(done, name);
    done.focus(); // the button that was pressed has gone
  };
  onClick(root, {
    "store-offline": async (button) => {
      button.disabled = true;
      say("offline-storing");
      const stored = await storeOffline().then(() => true, reportFailure);
      button.disabled = false;
      await render(root);
      say(stored ? "offline-ready" : "offline-failed");
    },
    "remove-offline": async () => {
      await removeOffline();
      await render(root);
      say("offline-removed");
    },
  });
  render(root);
  renewOffline().catch(() => {}); // there is no connection now
}

function reportFailure(error) {
  console.warn(error);
  return false;
}

async function render(root) {
  const state = isPossible() ? await offlineState().catch(() => "impossible") : "impossible";
  const size = state === "none" ? await sizeOfGuide().catch(() => 0) : 0;
  show(root.querySelector("[data-offline]"), `offline-${state}`, {
    size: size && numberText(size / MEGABYTE, 1),
  });
  root.querySelector("[data-act=store-offline]").hidden = state !== "none";
  root.querySelector("[data-act=remove-offline]").hidden = state === "none" || state === "impossible";
}
