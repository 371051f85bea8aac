/** What a person writes about a statement, a question or a review. */

import { bindFields } from "../../page/form-fields.js";

/**
 * @param {HTMLElement} root  fields inside it may come and go
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  bindFields(root, store);
  addEventListener("beforeprint", () => printAsParagraphs(root));
}

/**
 * What is written in fields, as paragraphs on paper: a browser cannot divide a field between 2 sheets, and prints the end
 * of a long one over what follows. An empty field stays, to write in by hand.
 */
function printAsParagraphs(root) {
  for (const text of root.querySelectorAll(".on-paper")) text.remove();
  for (const field of root.querySelectorAll("textarea")) {
    field.classList.toggle("on-paper-below", field.value !== "");
    if (field.value) field.after(paragraphOf(field.value));
  }
}

const paragraphOf = (text) =>
  Object.assign(document.createElement("div"), { className: "on-paper typed", textContent: text });
