/**
 * The words that a page can show. They stand in HTML templates, so that a fork can change them;
 * no module holds a sentence of its own.
 */

const PAUSE = 700; // milliseconds without news, before a screen reader is told
let waiting = [];
let timer;

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

/** Dates in plain "en" would be American. */
function locale() {
  const { lang } = document.documentElement;
  return lang === "en" ? "en-GB" : lang;
}

/**
 * @param {number} time  milliseconds since 1970
 * @returns {string} such as "5:30pm" (https://service-manual.nhs.uk/content/numbers-measurements-dates-time)
 */
export function clockTime(time) {
  clock ??= new Intl.DateTimeFormat(locale(), { hour: "numeric", minute: "2-digit", hour12: true });
  return clock.format(time).replace(/\s/gu, "").toLowerCase();
}

let clock, calendar; // making one takes as long as saving a tick

/**
 * @param {string} day  such as "2026-11-22"
 * @returns {string} such as "22 November 2026"
 */
export function dateText(day) {
  calendar ??= new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" });
  return calendar.format(new Date(`${day}T00:00:00Z`));
}

/** @returns {string} today where the reader is, such as "2026-11-22" */
export function todayText() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @returns {Record<string, string> & {day: (day: string) => string, statusName: (status: string) => string}} the words
 *   that go into files, from `<template id="labels">`; a question's status is called there what the page calls it
 */
export function labels() {
  const found = document.getElementById("labels").content.querySelectorAll("[data-label]");
  const words = Object.fromEntries([...found].map((label) => [label.dataset.label, label.textContent]));
  return { ...words, day: dateText, statusName: (status) => messageText(`status-${status}`) };
}

/**
 * Says things to a screen reader, once there is a pause, and never over each other
 * (WCAG 4.1.3, https://www.w3.org/WAI/WCAG22/Understanding/status-messages).
 *
 * @param {string} text
 */
export function announce(text) {
  waiting = [...waiting.filter((earlier) => earlier !== text), text];
  clearTimeout(timer);
  timer = setTimeout(say, PAUSE);
}

function say() {
  const region = document.querySelector("[data-announce]");
  const texts = waiting.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  region?.replaceChildren(...texts);
  waiting = [];
}
