/**
 * Whose answers this tab was switched to. The name of its window says it: that stays when a page is reloaded or left for
 * another one, is gone with the tab, and no other tab has it. In an address it would be sent to the host, and go along
 * when the page is shared.
 */

const nameOfBoard = () => `${document.documentElement.dataset.guide} board`;

/** @returns {import("../store/record.js").Whose} */
export const whoseOfTab = () => (window.name === nameOfBoard() ? "board" : "mine");

/** @param {import("../store/record.js").Whose} whose */
export function switchTab(whose) {
  window.name = whose === "board" ? nameOfBoard() : "";
}
