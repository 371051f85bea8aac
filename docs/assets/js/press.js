/**
 * Calls a handler when a button inside an element is pressed: the one that its `data-act` names.
 *
 * @param {HTMLElement} root
 * @param {Record<string, (button: HTMLElement) => void>} handlers
 * @returns {() => void} ends it
 */
export function onPress(root, handlers) {
  const press = ({ target }) => {
    const button = target.closest("[data-act]");
    if (button && Object.hasOwn(handlers, button.dataset.act)) handlers[button.dataset.act](button);
  };
  root.addEventListener("click", press);
  return () => root.removeEventListener("click", press);
}
