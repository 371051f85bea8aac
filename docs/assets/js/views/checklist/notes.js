/** What a person writes about a statement, a question or a review. */

import { bindFields } from "../../page/form-fields.js";
import { printAsParagraphs } from "../../page/paper.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  bindFields(root, store);
  printAsParagraphs(root);
}
