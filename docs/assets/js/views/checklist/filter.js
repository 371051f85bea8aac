/** Shows all statements, those without an answer, or those marked "we do not know". */

import { show } from "../../page/messages.js";
import { inBatches } from "../../page/scheduling.js";

const AT_ONCE = 5; // questions

const SHOWN = {
  all: () => true,
  "not-ticked": (answer) => answer === null,
  unknown: (answer) => answer === "unknown",
};

/**
 * @param {HTMLElement} root  holds a radio for each filter and a place to say how many are shown
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const sets = [...document.querySelectorAll(".checklist [data-question]")];
  const said = root.querySelector("[role=status]");
  let stop = () => {};

  // Only when asked: a row that vanished as it was ticked would take the focus with it.
  const filter = (atOnce = AT_ONCE) => {
    const choice = root.querySelector("input:checked").value;
    let [count, total] = [0, 0];
    stop();
    const filterSet = (set) => {
      const rows = [...set.querySelectorAll("[data-statement]")];
      for (const row of rows)
        row.hidden = !SHOWN[choice](store.get("answer", row.dataset.statement, "answer"));
      const shown = rows.filter((row) => !row.hidden).length;
      set.hidden = shown === 0;
      count += shown;
      total += rows.length;
    };
    stop = inBatches(sets, atOnce, filterSet, () =>
      show(said, count ? "shown" : "shown-none", { count, total }),
    );
  };
  root.addEventListener("change", () => filter());
  // A link that leads to what is left out, such as from the finish, has all shown before it is followed.
  document.addEventListener("click", ({ target }) => {
    const link = /** @type {HTMLAnchorElement|null} */ (target.closest("a[href*='#']"));
    if (!link || !document.getElementById(link.hash.slice(1))?.closest("[data-question][hidden]")) return;
    root.querySelector("[value=all]").checked = true;
    filter(sets.length);
  });
  // Another review is shown: silent where everything is shown anyway.
  const isAll = () => root.querySelector("input:checked").value === "all";
  store.onReview(() => !isAll() && filter());
}
