/**
 * The words that a page can show. They stand in HTML templates, so that a fork can change them;
 * no module holds a sentence of its own.
 */

import { dateText } from "./dates.js";

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
  for (const place of fragment.querySelectorAll("[data-value]"))
    place.textContent = values[place.dataset.value];
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
 * @returns {boolean} whether it was not there yet
 */
export function show(element, name, values) {
  const fragment = message(name, values);
  const isNews = element.textContent !== fragment.textContent;
  if (isNews) element.replaceChildren(fragment);
  return isNews;
}

/**
 * @param {{whose: import("../store/record.js").Whose, name?: string|null, heldOn?: string|null}} review
 * @returns {string} what a review is called on a page
 */
export const reviewName = ({ whose, name, heldOn }) =>
  messageText(`review-name-${whose}`, { name: name ?? "", date: heldOn ? dateText(heldOn) : "" }).trim();

/**
 * @returns {Record<string, string> & {day: (day: string) => string, statusName: (status: string) => string}} the words
 *   that go into files, from `<template id="labels">`; a question's status is called there what the page calls it
 */
export function labels() {
  const found = document.getElementById("labels").content.querySelectorAll("[data-label]");
  const words = Object.fromEntries([...found].map((label) => [label.dataset.label, label.textContent]));
  return { ...words, day: dateText, statusName: (status) => messageText(`status-${status}`) };
}
