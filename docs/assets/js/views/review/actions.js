/** The actions of one question: what, who by job title, and by when. The notes they stand among save their fields. */

import { renderField } from "../../page/form-fields.js";
import { message, show } from "../../page/messages.js";
import { onPress } from "../../page/on-click.js";
import { newId } from "../../store/ids.js";
import { idsIn } from "../../store/reader.js";

const FIELDS = ["question", "what", "owner", "dueOn", "done"];

/**
 * @param {HTMLElement} root  `data-actions-of` says of which question
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const question = root.dataset.actionsOf;
  const list = root.querySelector("ol");
  const removed = root.querySelector("[role=status]");
  const find = (id) => list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const isOurs = (id) => store.get("action", id, "question") === question;
  let before = [];

  const render = (changed) => {
    if (changed && !changed.some(({ kind, id }) => kind === "action" && (isOurs(id) || find(id)))) return;
    const ids = idsIn(store.records(), "action").filter(isOurs);
    for (const item of [...list.children]) if (!ids.includes(item.dataset.id)) item.remove();
    for (const [place, id] of ids.entries()) {
      if (!find(id)) list.insertBefore(itemOf(id, store), list.children[place] ?? null);
    }
  };
  const end = onPress(root, {
    add: () => {
      const id = newId();
      store.set([{ kind: "action", id, field: "question", value: question }]);
      find(id).querySelector("textarea").focus();
    },
    remove: (button) => {
      const { id } = button.closest("[data-id]").dataset;
      const { review } = store;
      before = FIELDS.map((field) => ({
        review,
        kind: "action",
        id,
        field,
        value: store.get("action", id, field),
      }));
      store.set(before.map((change) => ({ ...change, value: null })));
      show(removed, "action-removed");
      removed.querySelector("button").focus();
    },
    undo: async () => {
      const [{ review, id }] = before;
      await store.openReview(review);
      store.set(before);
      removed.replaceChildren();
      find(id)?.querySelector("textarea").focus();
    },
  });

  const unsubscribe = store.subscribe(render);
  render(null);
  return () => {
    end();
    unsubscribe();
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
