/**
 * What is wrong with a field, said above it for as long as it is:
 * https://service-manual.nhs.uk/design-system/components/error-message
 */

import { message } from "./messages.js";

/**
 * @param {Element} field  has an id, and keeps what else describes it, such as its hint
 * @param {string} name  of a message
 * @param {Record<string, string|number>} [values]  put into the message
 */
export function showError(field, name, values) {
  clearError(field);
  const said = message("error").firstElementChild;
  said.id = idOf(field);
  said.append(message(name, values));
  field.before(said);
  field.setAttribute("aria-invalid", "true");
  describe(field, [...descriptionsOf(field), said.id]);
}

/** @param {Element} field */
export function clearError(field) {
  if (!field.hasAttribute("aria-invalid")) return;
  field.removeAttribute("aria-invalid");
  document.getElementById(idOf(field))?.remove(); // the field may have gone, and its message with it
  describe(
    field,
    descriptionsOf(field).filter((id) => id !== idOf(field)),
  );
}

/**
 * @param {Element} field
 * @param {boolean} isRight
 * @param {string} name  of the message that says what is wrong where it is not
 * @returns {boolean} isRight
 */
export function showErrorUnless(field, isRight, name) {
  if (isRight) clearError(field);
  else showError(field, name);
  return isRight;
}

/**
 * Whether a field holds a whole number of people or nothing; says so above it where it does not.
 *
 * @param {HTMLInputElement} field
 */
export const checkNumber = (field) =>
  showErrorUnless(field, /^\d{0,3}$/.test(field.value.trim()), "no-number");

const idOf = (field) => `${field.id}--error`;

const descriptionsOf = (field) => field.getAttribute("aria-describedby")?.split(" ") ?? [];

function describe(field, ids) {
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}
