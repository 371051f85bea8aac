/** The reviews on this device: all of them to choose from, and the name and dates of the open one. */

import { bindFields } from "../../page/form-fields.js";
import { dateText } from "../../page/dates.js";
import { message, show } from "../../page/messages.js";
import { reviewName } from "../../page/review-name.js";
import { onClick } from "../../page/on-click.js";
import { hasTrait } from "../../store/record.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const list = root.querySelector("[data-reviews]");
  const done = root.querySelector("[role=status]");
  const dialog = root.querySelector("dialog");
  let asked; // the review that the dialog is about
  let bringBack;

  const render = () => {
    renderList(list, store);
    const name = store.get("review", "", "name");
    root.querySelector("[data-open-name]").textContent = name ? `: ${name}` : "";
  };
  onClick(root, {
    "begin-mine": () => store.begin("mine"),
    "begin-board": () => store.begin("board"),
    copy: () => store.begin(store.whose, carriedFrom(store)),
    delete: () => {
      asked = shownIn(store);
      dialog.querySelector("[data-review]").textContent = reviewName(asked);
      dialog.showModal();
    },
    cancel: () => dialog.close(),
    "delete-confirmed": async () => {
      dialog.close();
      bringBack = await store.remove([asked.id]);
      show(done, "review-deleted");
      done.querySelector("button").focus();
    },
    undo: async () => {
      await bringBack();
      show(done, "restored");
      root.querySelector("[data-act=delete]").focus();
    },
  });
  bindFields(root, store);
  store.subscribe(["review"], render);
  const choose = ({ target }) => target.matches("[name=review]") && store.openReview(target.value);
  root.addEventListener("change", choose);
  render();
}

const shownIn = (store) =>
  store.reviews().find(({ id }) => id === store.review) ?? { id: store.review, whose: store.whose };

/** The next review starts with what was answered, agreed and promised. Only whether it was discussed starts anew. */
function carriedFrom(store) {
  const records = store
    .records()
    .filter(({ kind, field, value }) => hasTrait(kind, "carried") && field !== "state" && value !== null);
  return records.map(({ kind, id, field, value }) => ({ kind, id, field, value }));
}

function renderList(list, store) {
  const had = list.contains(document.activeElement);
  const items = store.reviews().map((review) => itemOf(review, store.review));
  if (items.length) list.replaceChildren(...items);
  else list.replaceChildren(message("no-reviews"));
  if (had) list.querySelector("input:checked")?.focus();
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
