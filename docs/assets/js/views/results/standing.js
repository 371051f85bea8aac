/** Where members stand: what stands out, and every statement's counts as a bar, on one page. */

import { isCompared, isFew } from "../../members/counts.js";
import { findingsOf } from "../../members/findings.js";
import { summaryOf } from "../../members/summary.js";
import { drawBar } from "../../page/bar-chart.js";
import { message, messageText, show } from "../../page/messages.js";
import { guideOfPage } from "../../page/questions.js";
import { deferring } from "../../page/scheduling.js";

/**
 * @param {HTMLElement} root  `data-row-end` ends the id that a question's row leads to
 * @param {import("../../store/store.js").Store} store  shows what the board's review holds
 */
export function mount(root, store) {
  const cells = root.querySelectorAll("[data-stacked-bar]");
  const cellOf = new Map([...cells].map((cell) => [cell.dataset.stackedBar, cell]));

  const { now, soon } = deferring(() => {
    const { questions, people } = summaryOf((...field) => store.get(...field), guideOfPage());
    root.hidden = !isCompared(people);
    show(root.querySelector("[id=standing--heading]"), "standing-heading", { count: people });
    root.querySelector("[data-few]").hidden = !isFew(people);
    for (const [name, list] of Object.entries(findingsOf(questions))) renderList(root, name, list);
    for (const { statements } of questions) {
      for (const statement of statements) renderBar(cellOf.get(statement.id), statement);
    }
  }, requestAnimationFrame);
  store.subscribe(["combined"], soon);
  now();
}

function renderList(root, name, { findings, near }) {
  const items = findings.map((finding) => itemOf(finding, root.dataset.rowEnd));
  root.querySelector(`[data-findings=${name}]`).replaceChildren(...items);
  root.querySelector(`[data-none=${name}]`).hidden = findings.length > 0;
  const more = root.querySelector(`[data-near=${name}]`);
  more.hidden = near === 0;
  if (near) show(more, "standing-near", { count: near });
}

function itemOf({ question, statement: { text, counts } }, rowEnd) {
  const item = message("finding", { text, ...counts });
  item.querySelector("li").value = question.number; // the one to pick in the table below
  item.querySelector("a").href = `#${question.id}${rowEnd}`;
  return item;
}

function renderBar(cell, { counts, total }) {
  drawBar(cell.querySelector(".bar"), [counts.ticked, counts.unknown, counts.notTicked], total);
  cell.querySelector("span").textContent = messageText("standing-counts", counts);
}
