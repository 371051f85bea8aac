/** Whose answers this tab shows on the pages of questions: one's own, or what the board agrees. */

import { announce } from "../../page/announce.js";
import { messageText } from "../../page/messages.js";
import { switchTab } from "../../page/tab.js";

/**
 * @param {HTMLElement} root  holds a radio for each of whose answers they can be
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const radios = root.querySelectorAll("input[type=radio]");
  const render = () => {
    for (const radio of radios) radio.checked = radio.value === store.whose;
  };
  root.addEventListener("change", ({ target }) => {
    switchTab(target.value);
    store.choose(target.value);
    announce(messageText(`whose-${target.value}`));
  });
  // A page that comes back may find the tab switched since: it stays as it was, and so do the pages after it.
  addEventListener("pageshow", ({ persisted }) => persisted && switchTab(store.whose));
  store.onReview(render);
  render();
}
