/** The paper as a word processor takes it in: what styles do on the page, it does not know. */

/** As attributes: the site's security policy takes styles away, from what is copied too. */
const TABLE = { border: "1", cellpadding: "4", cellspacing: "0", width: "100%" };
/** What is only drawn, with what the black and the stripes mean, what is pressed, and what a phone has for heads. */
const DRAWN =
  "svg, [hidden], [aria-hidden], .screen-only, .standing__head > p, .standing__pick, .standing__table thead th:first-child, .nhsuk-table-responsive__heading";
/** A word processor makes a bookmark of each id. */
const KEPT = new Set([...Object.keys(TABLE), "align", "valign", "scope"]);
const NUMBERED = ":is([data-part=parked], [data-part=left]) ul";
const LINES = "[data-counts], .report__evidence, .report__members, .standing li > span";

/**
 * @param {HTMLElement} article  as the page shows it
 * @param {import("../store/record.js").Whose} whose  answers it holds: what stands there for others is left out
 * @returns {string} HTML for the clipboard: tables have borders, each note its own lines, and nothing is only drawn
 */
export function richTextOf(article, whose) {
  const copied = /** @type {HTMLElement} */ (article.cloneNode(true));
  for (const left of copied.querySelectorAll(`${DRAWN}, .${whose === "board" ? "for-mine" : "for-board"}`))
    left.remove();
  for (const list of copied.querySelectorAll("dl"))
    list.replaceWith(...(list.children.length ? [tableOf(list)] : []));
  for (const list of copied.querySelectorAll(NUMBERED)) list.replaceWith(paragraphOf(list));
  for (const text of copied.querySelectorAll(".typed"))
    text.replaceChildren(...inLines(text.textContent.split("\n")));
  for (const line of copied.querySelectorAll(LINES))
    if (line.textContent) line.before(document.createElement("br"));
  // Links lead within the page, and a span has nothing left to say.
  for (const inline of copied.querySelectorAll("a, span")) inline.replaceWith(...inline.childNodes);
  for (const table of copied.querySelectorAll("table")) setAll(table, TABLE);
  for (const cell of copied.querySelectorAll("th, td"))
    setAll(cell, { align: cell.matches(".numeric") ? "right" : "left", valign: "top" });
  for (const element of copied.querySelectorAll("*"))
    for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
  return copied.innerHTML;
}

const setAll = (element, attributes) =>
  Object.entries(attributes).forEach((pair) => element.setAttribute(...pair));

/** Word processors run the pairs of a list together. */
function tableOf(list) {
  const table = document.createElement("table");
  for (const { children } of list.children) {
    const row = table.insertRow();
    for (const part of children) {
      const cell = document.createElement(part.localName === "dt" ? "th" : "td");
      cell.className = part.className;
      cell.append(...part.childNodes);
      row.append(cell);
    }
  }
  return table;
}

/** Items that have a number of their own: a word processor would put a bullet before it. */
function paragraphOf(list) {
  const paragraph = document.createElement("p");
  paragraph.append(...inLines([...list.children].map((item) => item.textContent.trim())));
  return paragraph;
}

const inLines = (parts) => parts.flatMap((part) => [part, document.createElement("br")]).slice(0, -1);
