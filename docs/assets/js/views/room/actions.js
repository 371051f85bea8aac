/** An action that is written becomes one line once it is left, so that the question stays in sight. */

import { dateText } from "../../page/dates.js";
import { message } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  holds the actions of every question, which come and go
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  // Not as the focus leaves: a button below would move away from under the press.
  const settle = () => {
    for (const item of root.querySelectorAll(".action:not(.action--folded)"))
      if (!item.contains(document.activeElement)) fold(item, store);
  };
  onClick(root, { unfold: (button) => unfold(button.closest(".action")) });
  for (const type of ["click", "keyup"]) document.addEventListener(type, settle);
  store.subscribe(["action"], (isChanged) => {
    for (const item of root.querySelectorAll(".action--folded"))
      if (isChanged(item.dataset.id)) fold(item, store);
  });
  // What shows the actions of a question may start after this.
  new MutationObserver(settle).observe(root, { attributeFilter: ["data-mounted"], subtree: true });
  settle();
}

function fold(item, store) {
  const text = lineOf(item.dataset.id, store);
  item.querySelector(".action__line")?.remove();
  const isWritten = text !== "" && !item.querySelector("[aria-invalid=true]");
  item.classList.toggle("action--folded", isWritten);
  if (isWritten) item.prepend(message("action-line", { text }));
}

function unfold(item) {
  item.classList.remove("action--folded");
  item.querySelector(".action__line").remove();
  item.querySelector("textarea").focus();
}

/** @returns {string} what, who and by when; nothing as long as it is not said what */
function lineOf(id, store) {
  const [what, owner, due] = ["what", "owner", "dueOn"].map((field) => store.get("action", id, field));
  return what?.trim() ? [what, owner, due && dateText(due)].filter(Boolean).join(" · ") : "";
}
