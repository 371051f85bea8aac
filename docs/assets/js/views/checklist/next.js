/** The way on after the last box of a question: to the next one, and once all are done to what comes of them. */

import { show } from "../../page/messages.js";

/**
 * @param {HTMLAnchorElement} root  leads to the next question, or after the last to all of them; `data-mine` and
 *   `data-board` are the addresses at the end
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const ids = root.closest("[data-questions]").dataset.questions.split(" ");
  const [onward, words] = [root.getAttribute("href"), root.textContent];
  const render = () => {
    const isEnd = ids.every((id) => store.get("conclusion", id, "state") !== null);
    root.href = isEnd ? root.dataset[store.whose] : onward;
    if (isEnd) show(root, `end-${store.whose}`);
    else root.textContent = words;
  };
  store.subscribe(["conclusion"], render);
  render();
}
