/**
 * Fields to type in, tied to the store: saved as one types, and never changed under the cursor.
 *
 * A control says in `data-kind`, `data-id` and `data-field` what it holds; where it has no `data-id` of its own,
 * the nearest element around it that has one says it.
 *
 * Dates are the browser's own date fields, with limits: a picker on a phone, the reader's own order of day and month, and
 * one value to save. What is no date within the limits is not saved, and the field says so once it is left
 * (https://www.w3.org/WAI/WCAG22/Understanding/error-identification.html).
 */

import { showErrorUnless } from "./error-message.js";

const KINDS = ["review", "answer", "conclusion", "action"];
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
  const render = (isChanged) => {
    for (const control of root.querySelectorAll("[data-field]"))
      if (isChanged(whereOf(control).id)) renderField(control, store);
  };
  const on = (type, act) =>
    root.addEventListener(type, ({ target }) => target.matches("[data-field]") && act(target));

  on("beforeinput", showAgain);
  on("input", (control) => saveField(control, store));
  on("focusout", (control) => {
    showProblem(control);
    renderField(control, store);
  });
  store.subscribe(KINDS, render);
  render(() => true);
}

function saveField(control, store) {
  grow(control);
  if (!control.validity.valid) return; // a date that is half typed, or none
  showProblem(control);
  const over = control.shown ?? "";
  control.shown = control.value; // before the store has all that shows it shown anew
  store.set([{ ...whereOf(control), value: valueOf(control), over }]);
}

/** A field that the browser has emptied by itself shows its text again before anything is added to that. */
function showAgain(control) {
  if (control.type !== "date" && control.shown !== undefined && control.value !== control.shown)
    control.value = control.shown;
}

/**
 * Shows what the store holds for one control, unless the person is writing in it.
 *
 * @param {Element} control  an input or a textarea
 * @param {import("../store/store.js").Store} store
 */
export function renderField(control, store) {
  const { kind, id, field } = whereOf(control);
  const value = store.get(kind, id, field);
  if (control.type === "checkbox") {
    control.checked = value === true;
    return;
  }
  if (control === document.activeElement && document.hasFocus()) return showAgain(control);
  if (!control.validity.valid) return;
  const text = value ?? "";
  const isNews = control.value !== text;
  if (isNews) control.value = text;
  control.shown = text;
  if (!isNews) return;
  control.closest("details:not([data-stays-closed])")?.toggleAttribute("open", true);
  grow(control);
}

/** Says above a field that it holds no date that can be saved, or takes that away. */
const showProblem = (control) => showErrorUnless(control, control.validity.valid, "date-problem");

function grow(control) {
  if (!grows || control.localName !== "textarea") return;
  control.style.height = "auto";
  control.style.height = `${control.scrollHeight + 4}px`;
}
