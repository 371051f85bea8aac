/** Whose answers are open: one's own, or what the board agrees. */

/**
 * @param {HTMLElement} root  holds a radio for each of whose answers they can be
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const radios = root.querySelectorAll("input[type=radio]");
  const render = () => {
    for (const radio of radios) radio.checked = radio.value === store.whose;
  };
  root.addEventListener("change", ({ target }) => store.choose(target.value));
  store.subscribe(render);
  render();
}
