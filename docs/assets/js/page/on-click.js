/**
 * Calls a handler when a button inside an element is clicked: the one that its `data-act` names. Some people
 * double-click buttons: that counts once, unless the button is one to click again and again and says `data-repeats`.
 *
 * @param {HTMLElement} root
 * @param {Record<string, (button: HTMLElement) => void>} handlers
 */
export function onClick(root, handlers) {
  root.addEventListener("click", ({ target, detail }) => {
    const button = target.closest("[data-act]");
    if (!button || (detail > 1 && !("repeats" in button.dataset))) return;
    if (Object.hasOwn(handlers, button.dataset.act)) handlers[button.dataset.act](button);
  });
}
