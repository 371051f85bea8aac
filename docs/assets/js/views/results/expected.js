/** How many members are to answer, where the person who runs the session says so. */

const NUMBER = /^[1-9]\d{0,2}$/;

/**
 * @param {HTMLElement} root  holds the field
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const field = root.querySelector("input");
  const render = () => {
    if (field !== document.activeElement) field.value = store.get("review", "", "expected") ?? "";
  };
  field.addEventListener("input", () => {
    const text = field.value.trim();
    if (text && !NUMBER.test(text)) return; // what is half typed is not saved, and goes when the field is left
    store.set([{ kind: "review", id: "", field: "expected", value: text ? Number(text) : null }]);
  });
  field.addEventListener("focusout", () => setTimeout(render));
  store.subscribe(["review"], render);
  render();
}
