/** Keeps the whole guide on this device, when asked to, and removes it again. */

import { show } from "../../page/messages.js";
import { forget, isPossible, keep, renew, sizeOfGuide, whatIsKept } from "../../site/offline.js";
import { onPress } from "../../page/on-click.js";

const MEGABYTE = 1_000_000; // bytes

/**
 * @param {HTMLElement} root
 * @returns {() => void} ends it
 */
export function mount(root) {
  const done = root.querySelector("[role=status]");
  const say = (name) => {
    show(done, name);
    done.focus(); // the button that was pressed has gone
  };
  const end = onPress(root, {
    keep: async (button) => {
      button.disabled = true;
      say("offline-storing");
      const stored = await keep().then(() => true, reportFailure);
      button.disabled = false;
      await render(root);
      say(stored ? "offline-ready" : "offline-failed");
    },
    forget: async () => {
      await forget();
      await render(root);
      say("offline-removed");
    },
  });
  render(root);
  renew().catch(() => {}); // there is no connection now
  return end;
}

function reportFailure(error) {
  console.warn(error);
  return false;
}

async function render(root) {
  const kept = isPossible() ? await whatIsKept().catch(() => "impossible") : "impossible";
  const size = kept === "none" ? await sizeOfGuide().catch(() => 0) : 0;
  show(root.querySelector("[data-kept]"), `offline-${kept}`, { size: size && (size / MEGABYTE).toFixed(1) });
  root.querySelector("[data-act=keep]").hidden = kept !== "none";
  root.querySelector("[data-act=forget]").hidden = kept === "none" || kept === "impossible";
}
