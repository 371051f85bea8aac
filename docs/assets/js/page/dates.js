/** Dates and times, as people in the page's language write them. */

let clock, calendar; // making one takes as long as saving a tick

/**
 * @returns {string|undefined} the page's language, such as "cy"; undefined, which is the browser's own, where the
 *   browser does not know it. Dates in plain "en" would be American.
 */
export function locale() {
  const { lang } = document.documentElement;
  try {
    return lang === "en" ? "en-GB" : Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}

/**
 * @param {number} time  milliseconds since 1970
 * @returns {string} such as "5:30pm" (https://service-manual.nhs.uk/content/numbers-measurements-dates-time)
 */
export function clockTime(time) {
  const isEnglish = locale()?.startsWith("en");
  const hour12 = isEnglish || undefined; // each other language has its own habit
  clock ??= new Intl.DateTimeFormat(locale(), { hour: "numeric", minute: "2-digit", hour12 });
  return isEnglish ? clock.format(time).replace(/\s/gu, "").toLowerCase() : clock.format(time);
}

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
