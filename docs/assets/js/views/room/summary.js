/** What the members answered alone, beside each statement, where their answers have been brought together. */

import { drawBar } from "../../page/bar-chart.js";
import { isCompared, totalOf } from "../../members/counts.js";
import { message } from "../../page/messages.js";

/**
 * @param {HTMLElement} root  holds the statements
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const rows = [...root.querySelectorAll("[data-statement]")];
  const render = (changed) => {
    if (changed && !changed.some(({ kind }) => kind === "combined")) return;
    for (const row of rows) renderDistribution(row, store.get("combined", row.dataset.statement, "counts"));
  };
  store.subscribe(render);
  render(null);
}

function renderDistribution(row, counts) {
  row.querySelector(".distribution")?.remove();
  const total = totalOf(counts);
  row.classList.toggle("statement--distribution", isCompared(total));
  if (!isCompared(total)) return;
  const distribution = message("room-distribution", counts);
  drawBar(distribution.querySelector(".bar"), [counts.ticked, counts.unknown, counts.notTicked], total);
  row.append(distribution);
}
