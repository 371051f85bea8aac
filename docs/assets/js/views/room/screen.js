/** The screen: filled by the page, and kept on, where the browser allows it. */

import { holdWakeLock } from "../../room/wake-lock.js";
import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  inside a dialog
 */
export function mount(root) {
  const button = root.querySelector("[data-act=full-screen]");
  const tell = (isHeld) =>
    show(root.querySelector("[data-wake-lock]"), isHeld ? "screen-on" : "screen-may-go-off");
  const renderFull = () => show(button, document.fullscreenElement ? "screen-leave-full" : "screen-full");
  onClick(root, {
    "full-screen": () => {
      root.closest("dialog").close(); // it would lie behind the page
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => {}); // a browser may say no all the same
    },
  });

  button.hidden = !document.fullscreenEnabled;
  document.addEventListener("fullscreenchange", renderFull);
  tell(false);
  holdWakeLock(tell);
  renderFull();
}
