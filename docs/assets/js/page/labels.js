/** The words that go into files, as a page holds them. */

import { dateText } from "./dates.js";
import { messageText } from "./messages.js";

/**
 * @returns {any} the words that go into files, from `<template id="labels">`: each file says which it needs. A question's
 *   status is called there what the page calls it
 */
export function labels() {
  const found = document.getElementById("labels").content.querySelectorAll("[data-label]");
  const words = Object.fromEntries([...found].map((label) => [label.dataset.label, label.textContent]));
  return { ...words, day: dateText, statusName: (status) => messageText(`status-${status}`) };
}
