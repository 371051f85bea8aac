/** Hands counted in the room, or answers on paper: typed for each statement, and part of its counts. */

import { NONE, sum } from "../../store/additive.js";
import { guideOfPage } from "../../page/questions.js";
import { checkNumber } from "../../page/error-message.js";
import { message } from "../../page/messages.js";

/**
 * @param {HTMLElement} root  holds a `<details>` for each question, filled when it is opened
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const guide = new Map(guideOfPage().map((question) => [question.id, question]));

  const render = (isChanged) => {
    for (const set of root.querySelectorAll("[data-id]"))
      if (isChanged(set.dataset.id)) renderSet(set, store);
  };
  const fill = ({ target }) => {
    const question = guide.get(target.dataset.hands);
    if (!question || !target.open || target.querySelector("fieldset")) return;
    target.append(
      ...question.statements.map((statement, at) => setOf(statement, `${question.number}.${at + 1}`)),
    );
    render(() => true);
  };
  const save = ({ target: field }) => {
    if (checkNumber(field)) store.set(handChanges(field.closest("[data-id]").dataset.id, field, store));
  };

  root.addEventListener("toggle", fill, { capture: true }); // it does not bubble
  root.addEventListener("input", save);
  store.subscribe(["combined"], render);
}

const fieldsOf = (set) => [...set.querySelectorAll("[data-count]")];

/**
 * @param {import("../../page/questions.js").Statement} statement
 * @param {string} number  as the paper pack has it, such as "3.2"
 */
function setOf({ id, text }, number) {
  const set = message("hands", { number, text }).firstElementChild;
  set.dataset.id = id;
  for (const field of fieldsOf(set)) {
    field.id = `${id}--hands-${field.dataset.count}`;
    field.closest(".nhsuk-form-group").querySelector("label").htmlFor = field.id;
  }
  return set;
}

/** Shows the counts that are saved, except in a field that the person is writing in or that holds no number. */
function renderSet(set, store) {
  const hands = store.get("combined", set.dataset.id, "hands");
  for (const field of fieldsOf(set)) {
    const isWritten = field === document.activeElement && document.hasFocus();
    if (isWritten || field.hasAttribute("aria-invalid")) continue;
    field.value = hands?.[field.dataset.count] ?? "";
  }
}

/**
 * The hands as they were go out of the counts, and the new ones in.
 *
 * @returns {import("../../store/store.js").Change[]}
 */
function handChanges(id, field, store) {
  const before = store.get("combined", id, "hands");
  const counted = { kind: "combined", id, field: "counts" };
  const hands = sum({ ...NONE, ...before, [field.dataset.count]: Number(field.value.trim()) }, null);
  return [
    { kind: "combined", id, field: "hands", value: hands },
    { ...counted, more: before, sign: -1 },
    { ...counted, more: hands },
  ];
}
