/** What the members answered alone, beside each statement, where their answers have been brought together. */

import { drawBar } from "../../page/bar-chart.js";
import { isCompared, totalOf } from "../../members/counts.js";
import { message } from "../../page/messages.js";

/**
 * @param {HTMLElement} root  holds the statements
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const rows = [...root.querySelectorAll("[data-statement]")];
  const render = (changed) => {
    if (changed && !changed.some(({ kind }) => kind === "combined")) return;
    for (const row of rows) renderSpread(row, store.get("combined", row.dataset.statement, "counts"));
  };
  const unsubscribe = store.subscribe(render);
  render(null);
  return unsubscribe;
}

function renderSpread(row, counts) {
  row.querySelector(".spread")?.remove();
  const total = totalOf(counts);
  row.classList.toggle("statement--spread", isCompared(total));
  if (!isCompared(total)) return;
  const spread = message("room-spread", counts);
  drawBar(spread.querySelector(".bar"), [counts.ticked, counts.unknown, counts.notTicked], total);
  row.append(spread);
}
