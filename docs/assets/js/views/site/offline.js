/** Stores the whole guide on this device, when asked to, and removes it again. */

import { locale } from "../../page/dates.js";
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
  const say = (name, values) => {
    show(done, name, values);
    done.focus(); // the button that was pressed has gone
  };
  onClick(root, {
    "store-offline": async (button) => {
      button.disabled = true;
      say("offline-storing");
      const failure = await storeOffline().catch((error) => error);
      if (failure) console.warn(failure);
      button.disabled = false;
      await render(root);
      if (failure?.file) say("offline-wrong", { file: failure.file });
      else say(failure ? "offline-failed" : "offline-ready");
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

async function stateOfDevice() {
  if (!isSecureContext) return "insecure";
  return isPossible() ? offlineState().catch(() => "impossible") : "impossible";
}

async function render(root) {
  const state = await stateOfDevice();
  const size = state === "none" ? await sizeOfGuide().catch(() => 0) : 0;
  const megabytes = new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  show(root.querySelector("[data-offline]"), `offline-${state}`, {
    size: size && megabytes.format(size / MEGABYTE),
  });
  root.querySelector("[data-act=store-offline]").hidden = state !== "none";
  root.querySelector("[data-act=remove-offline]").hidden = !["stored", "newer"].includes(state);
}
