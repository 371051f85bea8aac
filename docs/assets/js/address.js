/**
 * Looks for somebody's answer code in the address of any page, the one of a page that is not there included. A mail
 * program may have encoded the link, so that the code is not in the part after the hash.
 */

const CODE = /(?:#|%(?:25)*23|[_/]?-23)code(?:=|%(?:25)*3D|-3D)/i;

const isRead = location.hash.startsWith("#code=") && document.querySelector("[data-module='results/codes']");

if (CODE.test(location.href) && !isRead) {
  import("./codes/link.js").then(({ pointToResults }) => pointToResults(location.href.search(CODE)));
}
