/** How many members are to answer, where the person who runs the session says so. */

import { checkNumber } from "../../page/error-message.js";

/**
 * @param {HTMLElement} root  holds the field
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const field = root.querySelector("input");
  const render = () => {
    if (field !== document.activeElement && !field.hasAttribute("aria-invalid"))
      field.value = store.get("review", "", "expected") ?? "";
  };
  field.addEventListener("input", () => {
    if (!checkNumber(field)) return;
    store.set([{ kind: "review", id: "", field: "expected", value: Number(field.value) || null }]);
  });
  field.addEventListener("focusout", () => setTimeout(render));
  store.subscribe(["review"], render);
  render();
}
