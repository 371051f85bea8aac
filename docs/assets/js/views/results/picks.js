/** Which questions the board discusses: picked by the person who runs the session, and kept with the review. */

/**
 * @param {HTMLElement} root  holds a check box for each question, which `data-pick` names
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const boxes = [...root.querySelectorAll("[data-pick]")];
  const picked = () => store.get("review", "", "picked") ?? [];
  const render = () => {
    for (const box of boxes) box.checked = picked().includes(box.dataset.pick);
  };
  root.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (!box.matches("[data-pick]")) return;
    const others = picked().filter((id) => id !== box.dataset.pick);
    const ids = box.checked ? [...others, box.dataset.pick] : others;
    store.set([{ kind: "review", id: "", field: "picked", value: ids.length ? ids : null }]);
  });
  store.subscribe(["review"], render);
  render();
}
