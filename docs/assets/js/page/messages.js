/**
 * The words that a page can show. They stand in HTML templates, which are made from macros/words/words.yml and from
 * a copy's own words; no module holds a sentence of its own.
 */

import { locale } from "./dates.js";

let numbers;

/**
 * @param {string} name  of a `<template id="message-NAME">`; where a count decides the wording, templates end in
 *   the plural category, such as `-one` and `-other` (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html)
 * @param {Record<string, string|number>} [values]  put into the template's `data-value` places as text; a `data-if` place goes where its value is empty
 * @returns {DocumentFragment}
 * @throws {Error} where the page has no such template
 */
export function message(name, values = {}) {
  const template = document.getElementById(`message-${name}`) ?? pluralTemplate(name, values.count);
  if (!template) throw new Error(`expected <template id="message-${name}"> on this page, got none`);
  const fragment = template.content.cloneNode(true);
  for (const place of fragment.querySelectorAll("[data-if]")) if (!values[place.dataset.if]) place.remove();
  for (const place of fragment.querySelectorAll("[data-value]")) {
    const value = values[place.dataset.value];
    place.textContent = typeof value === "number" ? numberText(value) : value;
  }
  return fragment;
}

/** Most numbers are written as the pages write theirs: a slow phone makes no format, which takes longer than the rest. */
function numberText(number) {
  if (Number.isInteger(number) && number < 1000) return String(number);
  numbers ??= new Intl.NumberFormat(locale());
  return numbers.format(number);
}

function pluralTemplate(name, count) {
  const category = new Intl.PluralRules(locale()).select(count);
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
 * @returns {boolean} whether it was not there yet
 */
export function show(element, name, values) {
  const fragment = message(name, values);
  const isNews = element.textContent !== fragment.textContent;
  if (isNews) element.replaceChildren(fragment);
  return isNews;
}
