/** Ways out of the browser: a file, the clipboard, a box to copy from by hand. */

const LONGEST = 40; // of each part of a file's name, in letters: a folder's path has its limits, too

/**
 * @param {string} ending  such as "json"
 * @param {string} [about]  a word that tells it from another file of the same day
 * @returns {string} a file name with the guide's id and today's date
 */
export const fileName = (ending, about = "") =>
  nameOf([document.documentElement.dataset.guide, about], ending);

/**
 * @param {{organisation: string|null, name: string|null}} review
 * @param {string} ending  such as "json"
 * @param {string} [about]
 * @returns {string} a file name with the organisation (without one, the guide's id), the review's name and today's date
 */
export const reviewFileName = ({ organisation, name }, ending, about = "") =>
  nameOf([wordsOf(organisation) || document.documentElement.dataset.guide, wordsOf(name), about], ending);

function nameOf(parts, ending) {
  const day = new Intl.DateTimeFormat("sv").format(new Date()); // year, month, day
  return `${[...parts, day].filter(Boolean).join("-")}.${ending}`;
}

/** Letters and digits of any language, joined by hyphens: every system takes them in a file's name. */
function wordsOf(text) {
  const words = (text ?? "").normalize("NFC").toLowerCase();
  const joined = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-/u, "");
  return [...joined].slice(0, LONGEST).join("").replace(/-$/u, "");
}

/**
 * @param {string} name   of the file
 * @param {string} type   its media type
 * @param {string} text
 */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari reads it after the click
}

/**
 * Puts text on the clipboard, with markup where there is some.
 *
 * @param {string} text
 * @param {string} [html]
 * @returns {Promise<void>} rejected where the browser or the organisation does not allow it
 */
export async function copy(text, html) {
  if (!html) return navigator.clipboard.writeText(text);
  const parts = { "text/plain": text, "text/html": html };
  const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/**
 * Shows a text in a box, selected, for a person to copy by hand.
 *
 * @param {HTMLElement} root  holds an element `data-box` with a field
 * @param {string} text
 */
export function showBox(root, text) {
  const box = root.querySelector("[data-box]");
  const field = box.querySelector("textarea, input");
  box.hidden = false;
  field.value = text;
  field.focus();
  field.select();
}

/**
 * Copies a text; where that is not allowed, shows it to be copied by hand.
 *
 * @param {HTMLElement} root  as `showBox` takes it
 * @param {string} text
 * @param {string} [html]
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyOrShow(root, text, html) {
  try {
    await copy(text, html);
    return true;
  } catch {
    showBox(root, text);
    return false;
  }
}
