/** The counts leave the browser: as text, and as a table. */

import { spreadToCsv, spreadToText } from "../formats/spread.js";
import { guideOfPage } from "../guide.js";
import { copy, download, fileName } from "../hand-out.js";
import { labels, show } from "../messages.js";
import { onPress } from "../press.js";
import { spreadOf } from "../spread.js";

/**
 * @param {HTMLElement} root
 * @param {import("../store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const guide = guideOfPage();
  const done = root.querySelector("[role=status]");
  const spread = () => spreadOf((...field) => store.get(...field), guide);

  return onPress(root, {
    "copy-spread": async () => {
      const text = spreadToText(spread(), labels());
      const isCopied = await copy(text).then(
        () => true,
        () => false,
      );
      if (!isCopied) showBox(root, text);
      show(done, isCopied ? "copied" : "copy-blocked");
    },
    "spread-csv": () => download(fileName("csv"), "text/csv", spreadToCsv(spread(), labels())),
  });
}

function showBox(root, text) {
  const box = root.querySelector("[data-box]");
  const field = box.querySelector("textarea");
  box.hidden = false;
  field.value = text;
  field.focus();
  field.select();
}
