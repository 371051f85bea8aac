/** What the members answered alone, beside each statement, where their answers have been brought together. */

import { drawBar } from "../../page/bar-chart.js";
import { isCompared } from "../../members/counts.js";
import { totalOf } from "../../store/additive.js";
import { message } from "../../page/messages.js";

/**
 * @param {HTMLElement} root  holds the statements
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const rows = [...root.querySelectorAll("[data-statement]")];
  const render = (isChanged) => {
    for (const row of rows.filter(({ dataset }) => isChanged(dataset.statement)))
      renderDistribution(row, store.get("combined", row.dataset.statement, "counts"));
  };
  store.subscribe(["combined"], render);
  render(() => true);
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
