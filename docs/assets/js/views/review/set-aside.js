/** Everything that was set aside, with where it came from; a text can be put back. */

import { message, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { idsIn } from "../../store/review.js";
import { isProse, isReadable, setAside } from "../../store/record.js";

const REASONS = ["another-tab", "file", "moved", "unreadable", "unreadable-file"]; // a newer version may know more

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

  const render = () => {
    const ids = idsIn(store.records(), "set-aside");
    list.replaceChildren(...ids.map((id) => itemOf(id, valueOf(id))), ...inPlace());
    root.hidden = !list.hasChildNodes() && !done.hasChildNodes();
  };
  onClick(root, {
    restore: (button) => {
      const { id } = button.closest("[data-id]").dataset;
      store.set(puttingBack(store, id, valueOf(id).record));
      show(done, "set-aside-restored");
      done.focus();
    },
  });
  store.subscribe(["set-aside"], render);
  render();
  if (location.hash === "#set-aside") root.scrollIntoView(); // it was hidden when the browser looked for it
}

/** What stands there now is set aside in its turn: putting back loses nothing. */
function puttingBack(store, id, { kind, id: thing, field, value }) {
  const now = store
    .records()
    .find((record) => record.kind === kind && record.id === thing && record.field === field);
  const aside = now?.value && now.value !== value ? [setAside(now, "another-tab")] : [];
  return [
    ...aside,
    { kind, id: thing, field, value },
    { kind: "set-aside", id, field: "record", value: null },
  ];
}

/** A text alone is put back: anything else may say by now what is not so any more, such as whose answers these are. */
const isText = (record) => isReadable(record) && isProse(record.kind, record.field) && Boolean(record.value);

function itemOf(id, { record, reason }) {
  const text = typeof record?.value === "string" ? record.value : JSON.stringify(record);
  const item = message(`set-aside-${REASONS.includes(reason) ? reason : "unreadable-file"}`, {
    text,
  }).firstElementChild;
  item.dataset.id = id;
  item.querySelector("button").hidden = !id || !isText(record);
  return item;
}
