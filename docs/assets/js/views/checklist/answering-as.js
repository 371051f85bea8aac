/** Whose answers are open: one's own, or what the board agrees. */

/**
 * @param {HTMLElement} root  holds a radio for each sort of review
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const radios = root.querySelectorAll("input[type=radio]");
  const render = () => {
    for (const radio of radios) radio.checked = radio.value === store.sort;
  };
  const choose = ({ target }) => store.choose(target.value);
  root.addEventListener("change", choose);
  const unsubscribe = store.subscribe(render);
  render();
  return () => {
    root.removeEventListener("change", choose);
    unsubscribe();
  };
}
