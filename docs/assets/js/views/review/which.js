/** Which review the page shows, where there are several on this device. */

import { dateText } from "../../page/dates.js";
import { message } from "../../page/messages.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const list = root.querySelector("[data-reviews]");

  const render = () => {
    const had = list.contains(document.activeElement);
    const reviews = store.reviews();
    const isChoice = reviews.length > 1 || reviews.some(({ id }) => id !== store.review);
    list.replaceChildren(...reviews.map((review) => itemOf(review, store.review)));
    root.hidden = !isChoice;
    if (had) list.querySelector("input:checked")?.focus();
  };
  store.subscribe(["review"], render);
  const choose = ({ target }) => target.matches("[name=review]") && store.openReview(target.value);
  root.addEventListener("change", choose);
  render();
}

function itemOf({ id, whose, name, heldOn }, open) {
  const item = message(`review-${whose}`, {
    name: name ?? "",
    date: heldOn ? dateText(heldOn) : "",
  }).firstElementChild;
  const radio = item.querySelector("input");
  radio.id = `review--${id}`;
  radio.value = id;
  radio.checked = id === open;
  item.querySelector("label").htmlFor = radio.id;
  return item;
}
