/** The counts leave the browser: as text, and as a table. */

import { spreadToCsv, spreadToText } from "../../files/members.js";
import { guideOfPage } from "../../page/questions.js";
import { copy, download, fileName } from "../../files/export.js";
import { labels, show } from "../../page/messages.js";
import { onPress } from "../../page/on-click.js";
import { spreadOf } from "../../members/summary.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
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
