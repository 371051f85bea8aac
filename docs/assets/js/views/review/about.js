/** What a review says of itself: its name and dates; of the board's, also organisation, who was present, and the aim. */

import { bindFields } from "../../page/form-fields.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const render = () => (root.hidden = !store.isBegun);
  bindFields(root, store);
  store.subscribe(["review", "answer", "conclusion", "action", "combined"], render);
  render();
}
