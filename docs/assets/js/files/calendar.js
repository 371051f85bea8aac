/**
 * Days to remember, as a calendar takes them in: RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545). Pure.
 *
 * @typedef {object} CalendarItem
 * @property {string} uid          the same whenever the file is made, so that a calendar changes its entry
 * @property {string} title          shown on one line: some programs refuse others
 * @property {string} description
 * @property {string} on           a day that exists, such as "2026-11-22"
 * @property {number} changedAt    milliseconds since 1970
 */

const MOST_OCTETS = 75; // of a line, without its end: section 3.1
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59); // milliseconds since 1970: a year has 4 digits there

/**
 * @param {CalendarItem[]} items
 * @param {{productId: string, now: number}} from  what made the file (section 3.7.3), and when, in milliseconds
 *   since 1970
 * @returns {string} "" when there are no items: a calendar needs at least one (section 3.6)
 */
export function toCalendar(items, { productId, now }) {
  if (!items.length) return "";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escaped(productId)}`,
    "METHOD:PUBLISH", // so that DTSTAMP is when the file was made (section 3.8.7.2)
    ...items.flatMap((item) => event(item, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A day without an end lasts one day (section 3.6.1), and TRANSPARENT leaves that day free for invitations. */
function event({ uid, title, description, on, changedAt }, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(changedAt)}`,
    `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`,
    `SUMMARY:${escaped(title.trim().replace(/[\s\p{Cc}]+/gu, " "))}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function stamp(time) {
  const written = new Date(Math.min(Math.max(time, 0), LATEST)).toISOString();
  return `${written.slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/**
 * Text as section 3.3.11 has it. Whatever some program takes for the end of a line becomes one; other control
 * characters are not allowed; half a surrogate pair has no UTF-8.
 */
function escaped(text) {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|[\r\n\v\f\x1C-\x1E\x85\u2028\u2029]/g, "\\n")
    .replace(/[^\P{Cc}\t]/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** Folds a line. Octets count, and a fold inside a character would break it for some readers. */
function folded(line) {
  let octets = 0;
  let text = "";
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0));
    if (octets + size > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

/** How many octets UTF-8 needs. */
const octetsOf = (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
