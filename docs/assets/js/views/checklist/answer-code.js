/** The code of one's own answers, to copy or share. It changes as one ticks. */

import { answersOf, encode, group } from "../../codes/code.js";
import { copy } from "../../files/export.js";
import { messageText, show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { onClick } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  `data-fingerprint` is that of these pages, `data-results` the page that reads codes
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const edition = { fingerprint: root.dataset.fingerprint, questions: questionsIn(document) };
  let code = "";
  let exported = ""; // as it was copied or shared
  let waiting = 0;

  const render = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (store.whose !== "mine") return;
    const answers = answersOf((...field) => store.get(...field), edition.questions);
    code = group(encode(edition, answers));
    renderCode(root, code, { done: answers.answered.size, count: edition.questions.length });
    if (exported && exported !== code) show(root.querySelector("[role=status]"), "code-changed");
  };
  // Of every answer, and so in a task of its own: a tick is shown first.
  const soon = () => (waiting ||= setTimeout(render));
  const current = () => {
    if (waiting) render();
    return code;
  };
  exportOnClick(root, current, () => (exported = code));
  store.subscribe(["answer", "conclusion"], soon);
  render();
}

/** Ways out for the code: copied, as a link, and shared where the browser can. */
function exportOnClick(root, current, noteExport) {
  const link = () => new URL(`${root.dataset.results}#code=${current()}`, location.href).href;
  const exportText = async (text) => {
    noteExport();
    showBox(root, null);
    const isCopied = await copy(text).then(
      () => true,
      () => false,
    );
    show(root.querySelector("[role=status]"), isCopied ? "code-copied" : "text-copy-blocked");
    if (!isCopied) showBox(root, text);
  };
  const share = async () => {
    try {
      await navigator.share({ title: messageText("code-share-title"), url: link() });
      noteExport();
    } catch (error) {
      if (error.name !== "AbortError") exportText(link()); // not where the person changed their mind
    }
  };
  onClick(root, { copy: () => exportText(current()), "copy-link": () => exportText(link()), share });
  root.querySelector("[data-act=share]").hidden = !navigator.share;
}

/** A code that says of no question that it was answered counts nowhere: it is not offered. */
function renderCode(root, code, totals) {
  show(root.querySelector("[data-covers]"), totals.done ? "code-covers" : "code-covers-none", totals);
  root.querySelector("[data-has-code]").hidden = !totals.done;
  root.querySelector(".answer-code__code").textContent = code;
  root.querySelector("[data-spelled]").textContent = code
    .split("-")
    .map((four) => [...four].join(" "))
    .join(", ");
}

function showBox(root, text) {
  const box = root.querySelector("[data-box]");
  box.hidden = text === null;
  if (box.hidden) return;
  const field = box.querySelector("input");
  field.value = text;
  field.focus();
  field.select();
}
