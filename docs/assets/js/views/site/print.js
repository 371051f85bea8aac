/** A button that prints the page as it is. */

import { onPress } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root
 * @returns {() => void} ends it
 */
export function mount(root) {
  return onPress(root, { print: () => print() });
}
