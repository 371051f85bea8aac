/** Search on a page of its own: the index is fetched when search is first used, and nothing is sent. */

import { message, show } from "../../page/messages.js";
import { excerptOf, search } from "../../site/search.js";

const MOST = 30;
const PAUSE = 200; // milliseconds after the last key

/**
 * @param {HTMLElement} root
 */
export function mount(root) {
  const field = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector("ol");
  const indexUrl = new URL(root.dataset.index, location.href);
  let index;
  let timer;

  const run = async () => {
    const query = field.value.trim();
    history.replaceState(null, "", query ? `#${encodeURIComponent(query)}` : location.pathname);
    if (!query) {
      status.replaceChildren();
      return list.replaceChildren();
    }
    index ??= fetch(indexUrl).then((response) => response.json());
    const sections = await index.catch(() => (index = undefined)); // the next key tries again
    if (!sections) return show(status, "search-failed");
    const found = search(sections, query);
    show(status, found.length ? "search-found" : "search-found-none", { count: found.length, query });
    list.replaceChildren(...found.slice(0, MOST).map((section) => resultOf(section, query, indexUrl)));
  };
  const type = () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  };
  const submit = (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run();
  };
  root.addEventListener("input", type);
  root.addEventListener("submit", submit);
  field.value = queryOf(location.hash);
  if (field.value) run();
}

/** What follows the hash in an address; as it stands where it is not encoded, as in "#100%". */
function queryOf(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

function resultOf(section, query, base) {
  const result = message("search-result", { heading: section.heading, page: section.page });
  result.querySelector("a").href = new URL(section.url || "./", base);
  result.querySelector("[data-page]").hidden = section.page === section.heading;
  const pieces = excerptOf(section.text, query).map(({ text, isMatch }) => {
    const piece = document.createElement(isMatch ? "mark" : "span");
    piece.textContent = text;
    return piece;
  });
  result.querySelector("[data-excerpt]").replaceChildren(...pieces);
  return result;
}
