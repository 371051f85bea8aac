/**
 * The words that a page can show. They stand in HTML templates, so that a fork can change them;
 * no module holds a sentence of its own.
 */

/**
 * @param {string} name  of a `<template id="message-NAME">`; where a count decides the wording, templates end in
 *   the plural category, such as `-one` and `-other` (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html)
 * @param {Record<string, string|number>} [values]  for the template's `data-value` places, put in as text
 * @returns {DocumentFragment}
 */
export function message(name, values = {}) {
  const template = document.getElementById(`message-${name}`) ?? pluralTemplate(name, values.count);
  const fragment = template.content.cloneNode(true);
  for (const place of fragment.querySelectorAll("[data-value]")) place.textContent = values[place.dataset.value];
  return fragment;
}

function pluralTemplate(name, count) {
  const category = new Intl.PluralRules(document.documentElement.lang).select(count);
  return (
    document.getElementById(`message-${name}-${category}`) ?? document.getElementById(`message-${name}-other`)
  );
}

/**
 * @param {string} name
 * @param {Record<string, string|number>} [values]
 * @returns {string} the message without its markup
 */
export const messageText = (name, values) => message(name, values).textContent;

/**
 * Shows a message in an element, and leaves the page alone when it is there already.
 *
 * @param {Element} element
 * @param {string} name
 * @param {Record<string, string|number>} [values]
 */
export function show(element, name, values) {
  const fragment = message(name, values);
  if (element.textContent !== fragment.textContent) element.replaceChildren(fragment);
}

/**
 * @param {number} time  milliseconds since 1970
 * @returns {string} such as "5:30pm" (https://service-manual.nhs.uk/content/numbers-measurements-dates-time)
 */
export function clockTime(time) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit", hour12: true });
  return format.format(time).replace(/\s/gu, "").toLowerCase();
}
