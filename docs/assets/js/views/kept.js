/** Everything that was kept aside, with where it came from; a text can be put back. */

import { message, show } from "../messages.js";
import { onPress } from "../press.js";
import { idsIn } from "../records.js";
import { isReadable } from "../review.js";

/**
 * @param {HTMLElement} root
 * @param {import("../store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const list = root.querySelector("ul");
  const done = root.querySelector("[role=status]");
  const valueOf = (id) => store.get("kept", id, "record");

  const render = (changed) => {
    if (changed && !changed.some(({ kind }) => kind === "kept")) return;
    const ids = idsIn(store.records(), "kept");
    root.hidden = !ids.length && !done.hasChildNodes();
    list.replaceChildren(...ids.map((id) => itemOf(id, valueOf(id))));
  };
  const end = onPress(root, {
    restore: (button) => {
      const { id } = button.closest("[data-id]").dataset;
      const { kind, id: thing, field, value } = valueOf(id).record;
      // What stands there now is kept aside in its turn: putting back loses nothing.
      store.set([{ kind, id: thing, field, value, over: "" }, { kind: "kept", id, field: "record", value: null }]);
      show(done, "kept-restored");
      done.focus();
    },
  });
  const unsubscribe = store.subscribe(render);
  render(null);
  return () => {
    end();
    unsubscribe();
  };
}

function itemOf(id, { record, reason }) {
  const text = typeof record?.value === "string" ? record.value : JSON.stringify(record);
  const item = message(`kept-${reason}`, { text }).firstElementChild;
  item.dataset.id = id;
  item.querySelector("button").hidden = !isReadable(record);
  return item;
}
