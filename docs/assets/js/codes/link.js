/** Somebody's answer code in a link that was opened on the wrong page, or that a mail program has changed. */

import { message } from "../page/messages.js";
import { LINK, unmangled } from "./code.js";

/**
 * Takes the code out of the address bar, where the room could read it, and shows the way to the page that reads codes. On
 * that page it gives the code to the view. Nothing else changes.
 *
 * @param {number} start  the place in the address where the code begins
 */
export function pointToResults(start) {
  const [, linked] = unmangled(location.href.slice(start)).split(LINK);
  const hash = `#code=${linked.split("&")[0]}`;
  history.replaceState(null, "", location.href.slice(0, start));
  if (document.querySelector("[data-module='results/codes']")) location.hash = hash;
  else showWay(hash);
}

function showWay(hash) {
  const notice = message("code-elsewhere");
  const link = notice.querySelector("a");
  document.querySelector("main").prepend(notice);
  link.hash = hash; // once it is in the page: before, its address has no base
}
