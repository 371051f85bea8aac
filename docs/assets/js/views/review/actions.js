/** The actions of one question: what, who by job title, and by when. The notes they stand among save their fields. */

import { renderField } from "../../page/form-fields.js";
import { message, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { newId } from "../../store/record.js";
import { idsIn } from "../../store/review.js";

/**
 * @param {HTMLElement} root  `data-actions-of` says of which question
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const question = root.dataset.actionsOf;
  const list = root.querySelector("ol");
  const find = (id) => list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const focusOn = (id) => find(id)?.querySelector("textarea").focus();
  const isOurs = (id) => store.get("action", id, "question") === question;

  const render = () => {
    const ids = idsIn(store.records(), "action").filter(isOurs);
    for (const item of [...list.children]) if (!ids.includes(item.dataset.id)) item.remove();
    for (const [place, id] of ids.entries()) {
      if (!find(id)) list.insertBefore(itemOf(id, store), list.children[place] ?? null);
      find(id).querySelector("[data-value=number]").textContent = String(place + 1);
    }
  };
  const add = () => {
    const id = newId();
    store.set([{ kind: "action", id, field: "question", value: question }]);
    focusOn(id);
  };
  onClick(root, { add, ...removing(root, store, focusOn) });
  store.subscribe(["action"], render);
  render();
}

/** Removes an action, and puts the last one back. */
function removing(root, store, focusOn) {
  const removed = root.querySelector("[role=status]");
  let last;
  return {
    remove: (button) => {
      const { id } = button.closest("[data-id]").dataset;
      last = { id, undo: store.setUndoably(removalOf(store, id)) };
      show(removed, "action-removed");
      removed.querySelector("button").focus();
    },
    undo: async () => {
      await last.undo();
      removed.replaceChildren();
      focusOn(last.id);
    },
  };
}

const removalOf = (store, id) =>
  store
    .records()
    .filter((record) => record.kind === "action" && record.id === id && record.value !== null)
    .map(({ kind, field }) => ({ kind, id, field, value: null }));

function itemOf(id, store) {
  const item = message("action").firstElementChild;
  item.dataset.id = id;
  for (const control of item.querySelectorAll("[data-field]")) {
    control.id = `${id}--${control.dataset.field}`;
    control.closest(".nhsuk-form-group, .nhsuk-checkboxes__item").querySelector("label").htmlFor = control.id;
    renderField(control, store);
  }
  return item;
}
