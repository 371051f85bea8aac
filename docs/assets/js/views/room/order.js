/** The order in which the room goes through the questions: the guide's, by disagreement, or one's own. */

/**
 * @param {HTMLElement} root  holds a radio for each order
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const radios = [...root.querySelectorAll("input")];
  const order = () => store.device("order", store.review) ?? { by: "disagreement" };
  const isThere = {
    guide: () => true,
    disagreement: () =>
      store.records().some(({ kind, field, value }) => kind === "combined" && field === "counts" && value),
    own: () => Array.isArray(order().ids),
  };

  const render = () => {
    for (const radio of radios) {
      radio.checked = radio.value === order().by;
      radio.closest(".nhsuk-radios__item").hidden = !isThere[radio.value]();
    }
    root.hidden = root.querySelectorAll(".nhsuk-radios__item:not([hidden])").length === 1;
  };
  root.addEventListener("change", ({ target }) =>
    store.setDevice("order", { ...order(), by: target.value }, store.review),
  );
  store.subscribe(["combined", "device"], render);
  render();
}
