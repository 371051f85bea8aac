/** The actions of one question: what, who by job title, and by when. The notes they stand among save their fields. */

import { renderField } from "../../page/form-fields.js";
import { message, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { newId } from "../../store/record.js";
import { idsIn } from "../../store/review.js";

const FIELDS = ["question", "what", "owner", "dueOn", "done"];

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

  const render = (changed) => {
    if (changed && !changed.some(({ kind, id }) => kind === "action" && (isOurs(id) || find(id)))) return;
    const ids = idsIn(store.records(), "action").filter(isOurs);
    for (const item of [...list.children]) if (!ids.includes(item.dataset.id)) item.remove();
    for (const [place, id] of ids.entries()) {
      if (!find(id)) list.insertBefore(itemOf(id, store), list.children[place] ?? null);
    }
  };
  const add = () => {
    const id = newId();
    store.set([{ kind: "action", id, field: "question", value: question }]);
    focusOn(id);
  };
  onClick(root, { add, ...removing(root, store, focusOn) });
  store.subscribe(render);
  render(null);
}

/** Removes an action, and puts the last one back. */
function removing(root, store, focusOn) {
  const removed = root.querySelector("[role=status]");
  let before = [];
  return {
    remove: (button) => {
      const { id } = button.closest("[data-id]").dataset;
      const whole = { review: store.review, kind: "action", id };
      before = FIELDS.map((field) => ({ ...whole, field, value: store.get("action", id, field) }));
      store.set(before.map((change) => ({ ...change, value: null })));
      show(removed, "action-removed");
      removed.querySelector("button").focus();
    },
    undo: async () => {
      const [{ review, id }] = before;
      await store.openReview(review);
      store.set(before);
      removed.replaceChildren();
      focusOn(id);
    },
  };
}

function itemOf(id, store) {
  const item = message("action").firstElementChild;
  item.dataset.id = id;
  for (const control of item.querySelectorAll("[data-field]")) {
    control.id = `${id}--${control.dataset.field}`;
    control.closest(".field, .checkbox").querySelector("label").htmlFor = control.id;
    renderField(control, store);
  }
  return item;
}
