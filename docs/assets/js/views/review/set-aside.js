/** Everything that was set aside, with where it came from; a text can be put back. */

import { message, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { idsIn } from "../../store/review.js";
import { isReadable } from "../../store/record.js";

const REASONS = ["another-tab", "file", "unreadable", "unreadable-file"]; // a newer version may know more

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const list = root.querySelector("ul");
  const done = root.querySelector("[role=status]");
  const valueOf = (id) => store.get("set-aside", id, "record");
  // What lies unreadable in its place is not in the way yet: it is listed, and set aside once it would be replaced.
  const inPlace = () => store.unreadable.map((record) => itemOf("", { record, reason: "unreadable" }));

  const render = (changed) => {
    if (changed && !changed.some(({ kind }) => kind === "set-aside")) return;
    const ids = idsIn(store.records(), "set-aside");
    list.replaceChildren(...ids.map((id) => itemOf(id, valueOf(id))), ...inPlace());
    root.hidden = !list.hasChildNodes() && !done.hasChildNodes();
  };
  onClick(root, {
    restore: (button) => {
      const { id } = button.closest("[data-id]").dataset;
      const { kind, id: thing, field, value } = valueOf(id).record;
      // What stands there now is set aside in its turn: putting back loses nothing.
      store.set([
        { kind, id: thing, field, value, over: "" },
        { kind: "set-aside", id, field: "record", value: null },
      ]);
      show(done, "set-aside-restored");
      done.focus();
    },
  });
  store.subscribe(render);
  render(null);
  if (location.hash === "#set-aside") root.scrollIntoView(); // it was hidden when the browser looked for it
}

function itemOf(id, { record, reason }) {
  const text = typeof record?.value === "string" ? record.value : JSON.stringify(record);
  const item = message(`set-aside-${REASONS.includes(reason) ? reason : "unreadable-file"}`, {
    text,
  }).firstElementChild;
  item.dataset.id = id;
  item.querySelector("button").hidden = !id || !isReadable(record);
  return item;
}
