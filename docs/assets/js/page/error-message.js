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
  document.getElementById(idOf(field)).remove();
  describe(
    field,
    descriptionsOf(field).filter((id) => id !== idOf(field)),
  );
}

const idOf = (field) => `${field.id}--error`;

const descriptionsOf = (field) => field.getAttribute("aria-describedby")?.split(" ") ?? [];

function describe(field, ids) {
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}
