/** A button that copies the text before it, with the whole addresses of its links. */

import { copy } from "../../files/export.js";
import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  follows the element that holds the text
 */
export function mount(root) {
  const source = root.previousElementSibling;
  const done = root.querySelector("[role=status]");
  const copyText = async () => {
    const text = withWholeAddresses(source);
    try {
      await copy(plain(text), text.innerHTML);
      show(done, "text-copied");
    } catch {
      getSelection().selectAllChildren(source);
      show(done, "text-copy-blocked");
    }
  };
  onClick(root, { copy: copyText });
}

/** @returns {HTMLElement} a copy that means the same in an email as on this page */
function withWholeAddresses(source) {
  const text = source.cloneNode(true);
  for (const link of text.querySelectorAll("a")) link.setAttribute("href", link.href);
  return text;
}

/** @returns {string} a paragraph for each paragraph and list item, with addresses and numbers written out */
function plain(text) {
  const blocks = [...text.querySelectorAll("p, li")];
  return blocks.map((block) => `${mark(block)}${written(block)}`).join("\n\n");
}

function mark(block) {
  const list = block.closest("ol, ul");
  if (!block.matches("li")) return "";
  return list.matches("ol") ? `${[...list.children].indexOf(block) + 1}. ` : "- ";
}

function written(block) {
  const text = block.cloneNode(true);
  for (const link of text.querySelectorAll("a")) link.append(`: ${link.href}`);
  return text.textContent.trim().replace(/\s+/gu, " ");
}
