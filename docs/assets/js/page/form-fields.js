/**
 * Fields to type in, tied to the store: saved as one types, and never changed under the cursor.
 *
 * A control says in `data-kind`, `data-id` and `data-field` what it holds; where it has no `data-id` of its own,
 * the nearest element around it that has one says it.
 */

import { hasTrait } from "../store/record.js";

const grows = !CSS.supports("field-sizing", "content");

const whereOf = (control) => ({
  kind: control.dataset.kind,
  id: control.closest("[data-id]")?.dataset.id ?? "",
  field: control.dataset.field,
});

const valueOf = (control) => (control.type === "checkbox" ? control.checked || null : control.value || null);

/**
 * @param {HTMLElement} root  controls inside it may come and go
 * @param {import("../store/store.js").Store} store
 */
export function bindFields(root, store) {
  const render = (changed) => {
    if (changed?.every(({ kind }) => hasTrait(kind, "device"))) return; // no field holds what is the device's
    const ids = changed && new Set(changed.map(({ id }) => id));
    for (const control of root.querySelectorAll("[data-field]")) {
      if (!ids || ids.has(whereOf(control).id)) renderField(control, store);
    }
  };
  const save = ({ target: control }) => {
    if (!control.matches("[data-field]") || control.validity.badInput) return; // a date that is half typed
    if (control.type === "date" && control.value.length > 10) return; // a year of 5 digits
    const over = control.shown ?? "";
    control.shown = control.value;
    grow(control);
    // Another tab may have opened another review: what is being written belongs to the one it was begun in, unless
    // that was removed, or joined to one that another tab began.
    const isThere = store.reviews().some(({ id }) => id === control.review);
    store.set([
      { ...whereOf(control), ...(isThere && { review: control.review }), value: valueOf(control), over },
    ]);
    if (!isThere) control.review = store.review; // the first change may have begun one
  };
  const enter = ({ target }) => target.matches("[data-field]") && (target.review = store.review);
  const leave = ({ target }) => {
    if (!target.matches("[data-field]")) return;
    target.review = null; // Safari gives a box that is clicked no focus: it belongs to the review on the page
    renderField(target, store);
  };

  root.addEventListener("focusin", enter);
  root.addEventListener("input", save);
  root.addEventListener("focusout", leave);
  store.subscribe(render);
  render(null);
}

/**
 * Shows what the store holds for one control, unless the person is writing in it.
 *
 * @param {HTMLInputElement|HTMLTextAreaElement} control
 * @param {import("../store/store.js").Store} store
 */
export function renderField(control, store) {
  const { kind, id, field } = whereOf(control);
  const value = store.get(kind, id, field);
  if (control.type === "checkbox") {
    control.checked = value === true;
    return;
  }
  if (control === document.activeElement && document.hasFocus()) return;
  const text = value ?? "";
  control.shown = text;
  if (control.value === text) return;
  control.value = text;
  control.closest("details")?.toggleAttribute("open", true);
  grow(control);
}

function grow(control) {
  if (!grows || control.localName !== "textarea") return;
  control.style.height = "auto";
  control.style.height = `${control.scrollHeight + 4}px`;
}
