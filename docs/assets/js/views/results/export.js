/** The counts leave the browser: as text, and as a table. */

import { summaryToCsv, summaryToText } from "../../files/members.js";
import { guideOfPage } from "../../page/questions.js";
import { copyOrShow, download, fileName } from "../../files/export.js";
import { labels } from "../../page/labels.js";
import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { summaryOf } from "../../members/summary.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const guide = guideOfPage();
  const done = root.querySelector("[role=status]");
  const summary = () => summaryOf((...field) => store.get(...field), guide);

  onClick(root, {
    "copy-summary": async () => {
      const text = summaryToText(summary(), labels());
      const isCopied = await copyOrShow(root, text);
      show(done, isCopied ? "summary-copied" : "summary-copy-blocked");
    },
    "summary-csv": () => download(fileName("csv"), "text/csv", summaryToCsv(summary(), labels())),
  });
}
