/** How many members are to answer, where the person who runs the session says so. */

import { clearError, showError } from "../../page/error-message.js";

const NUMBER = /^\d{0,3}$/;

/**
 * @param {HTMLElement} root  holds the field
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const field = root.querySelector("input");
  const isNumber = () => NUMBER.test(field.value.trim());
  const render = () => {
    if (field !== document.activeElement && isNumber())
      field.value = store.get("review", "", "expected") ?? "";
  };
  field.addEventListener("input", () => {
    if (!isNumber()) return showError(field, "no-number");
    clearError(field);
    store.set([{ kind: "review", id: "", field: "expected", value: Number(field.value) || null }]);
  });
  field.addEventListener("focusout", () => setTimeout(render));
  store.subscribe(["review"], render);
  render();
}
