/**
 * The part of the review page that is closed until somebody wants it: a link that leads into it opens it. In it stands what
 * a review says of itself.
 */

import { bindFields } from "../../page/form-fields.js";

/**
 * @param {HTMLDetailsElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !root.contains(target)) return;
    root.open = true;
    target.scrollIntoView();
  };
  bindFields(root, store);
  addEventListener("hashchange", reveal);
  reveal();
}
