/** Everything that was kept aside, with where it came from; a text can be put back. */

import { message, show } from "../../page/messages.js";
import { onPress } from "../../page/on-click.js";
import { idsIn } from "../../store/reader.js";
import { isReadable } from "../../store/record.js";

const REASONS = ["another-tab", "file", "unreadable", "unreadable-file"]; // a newer version may know more

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const list = root.querySelector("ul");
  const done = root.querySelector("[role=status]");
  const valueOf = (id) => store.get("kept", id, "record");
  // What lies unreadable in its place is not in the way yet: it is listed, and kept aside once it would be replaced.
  const inPlace = () => store.unreadable.map((record) => itemOf("", { record, reason: "unreadable" }));

  const render = (changed) => {
    if (changed && !changed.some(({ kind }) => kind === "kept")) return;
    const ids = idsIn(store.records(), "kept");
    list.replaceChildren(...ids.map((id) => itemOf(id, valueOf(id))), ...inPlace());
    root.hidden = !list.hasChildNodes() && !done.hasChildNodes();
  };
  const end = onPress(root, {
    restore: (button) => {
      const { id } = button.closest("[data-id]").dataset;
      const { kind, id: thing, field, value } = valueOf(id).record;
      // What stands there now is kept aside in its turn: putting back loses nothing.
      store.set([
        { kind, id: thing, field, value, over: "" },
        { kind: "kept", id, field: "record", value: null },
      ]);
      show(done, "kept-restored");
      done.focus();
    },
  });
  const unsubscribe = store.subscribe(render);
  render(null);
  if (location.hash === "#kept") root.scrollIntoView(); // it was hidden when the browser looked for it
  return () => {
    end();
    unsubscribe();
  };
}

function itemOf(id, { record, reason }) {
  const text = typeof record?.value === "string" ? record.value : JSON.stringify(record);
  const item = message(`kept-${REASONS.includes(reason) ? reason : "unreadable-file"}`, {
    text,
  }).firstElementChild;
  item.dataset.id = id;
  item.querySelector("button").hidden = !id || !isReadable(record);
  return item;
}
