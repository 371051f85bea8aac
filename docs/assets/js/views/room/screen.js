/** The screen: filled by the page, and kept on, where the browser allows it. */

import { keepAwake } from "../../room/wake-lock.js";
import { show } from "../../page/messages.js";
import { onPress } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  inside a dialog
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const button = root.querySelector("[data-act=full-screen]");
  const tell = (isAwake) =>
    show(root.querySelector("[data-awake]"), isAwake ? "screen-on" : "screen-may-go-off");
  let endAwake = null;

  const render = () => {
    const isOpen = store.sort === "board";
    if (isOpen) endAwake ??= keepAwake(tell);
    else endAwake = endAwake?.() ?? null;
  };
  const renderFull = () => show(button, document.fullscreenElement ? "screen-leave-full" : "screen-full");
  const end = onPress(root, {
    "full-screen": () => {
      root.closest("dialog").close(); // it would lie behind the page
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => {}); // a browser may say no all the same
    },
  });

  button.hidden = !document.fullscreenEnabled;
  document.addEventListener("fullscreenchange", renderFull);
  const unsubscribe = store.subscribe(render);
  tell(false);
  render();
  renderFull();
  return () => {
    end();
    document.removeEventListener("fullscreenchange", renderFull);
    unsubscribe();
    endAwake?.();
  };
}
