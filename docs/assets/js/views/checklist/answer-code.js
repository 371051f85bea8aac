/** The code of one's own answers, to copy or share. It changes as one ticks. */

import { answersOf, encode, group } from "../../codes/code.js";
import { copy } from "../../files/export.js";
import { messageText, show } from "../../page/messages.js";
import { outlineOf } from "../../page/outline.js";
import { onPress } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  `data-fingerprint` is that of these pages, `data-combine` the page that reads codes
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const edition = { fingerprint: root.dataset.fingerprint, questions: outlineOf(document) };
  const done = root.querySelector("[role=status]");
  let code = "";
  let handedOut = "";
  let waiting = 0;

  const render = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (store.sort !== "mine") return;
    const answers = answersOf((...field) => store.get(...field), edition.questions);
    code = group(encode(edition, answers));
    renderCode(root, code, { done: answers.answered.size, count: edition.questions.length });
    if (handedOut && handedOut !== code) show(done, "code-changed");
  };
  // Of every answer, and so in a task of its own: a tick is shown first.
  const soon = (changed) => {
    if (changed?.length === 0) return;
    waiting ||= setTimeout(render);
  };
  const current = () => {
    if (waiting) render();
    return code;
  };
  const link = () => new URL(`${root.dataset.combine}#code=${current()}`, location.href).href;
  const handOut = async (text) => {
    handedOut = code;
    showBox(root, null);
    try {
      await copy(text);
      show(done, "code-copied");
    } catch {
      show(done, "text-copy-blocked");
      showBox(root, text);
    }
  };
  const share = async () => {
    try {
      await navigator.share({ title: messageText("code-share-title"), url: link() });
      handedOut = code;
    } catch (error) {
      if (error.name !== "AbortError") handOut(link()); // not where the person changed their mind
    }
  };
  const end = onPress(root, { copy: () => handOut(current()), "copy-link": () => handOut(link()), share });
  const unsubscribe = store.subscribe(soon);
  root.querySelector("[data-act=share]").hidden = !navigator.share;
  render();
  return () => {
    clearTimeout(waiting);
    end();
    unsubscribe();
  };
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
