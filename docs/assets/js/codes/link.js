/** Somebody's answer code in a link that was opened on the wrong page: it changes nothing here. */

import { message } from "../page/messages.js";

/** Takes the code out of the address bar, where the room could read it, and links to the page that reads codes. */
export function pointToResults() {
  const { hash, pathname, search } = location;
  history.replaceState(null, "", pathname + search);
  const notice = message("code-elsewhere");
  const link = notice.querySelector("a");
  document.querySelector("main").prepend(notice);
  link.hash = hash; // once it is in the page: before, its address has no base
}
