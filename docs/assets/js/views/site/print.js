/** A button that prints the page as it is. */

import { onClick } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root
 */
export function mount(root) {
  onClick(root, { print: () => print() });
}
