/** Shows all statements, those not ticked, or those marked "we do not know". */

import { show } from "../messages.js";

const SHOWN = {
  all: () => true,
  "not-ticked": (answer) => answer !== true,
  unknown: (answer) => answer === "unknown",
};

/**
 * @param {HTMLElement} root  holds a radio for each filter and a place to say how many are shown
 * @param {import("../store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const rows = [...document.querySelectorAll("[data-statement]")];
  const sets = [...document.querySelectorAll(".checklist [data-question]")];
  const shown = root.querySelector("[role=status]");

  // Only when asked: a row that vanished as it was ticked would take the focus with it.
  const filter = () => {
    const choice = root.querySelector("input:checked").value;
    for (const row of rows) row.hidden = !SHOWN[choice](store.get("answer", row.dataset.statement, "answer"));
    for (const set of sets) set.hidden = !set.querySelector("[data-statement]:not([hidden])");
    const count = rows.filter((row) => !row.hidden).length;
    show(shown, count ? "shown" : "shown-none", { count, total: rows.length });
  };
  root.addEventListener("change", filter);
  // Another review has been opened: silent where everything is shown anyway.
  const isAll = () => root.querySelector("input:checked").value === "all";
  const unsubscribe = store.subscribe((changed) => changed === null && !isAll() && filter());
  return () => {
    root.removeEventListener("change", filter);
    unsubscribe();
  };
}
