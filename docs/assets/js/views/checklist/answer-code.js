/** The code of one's own answers, to copy, email or share. It changes as one ticks; what was handed out goes with it. */

import { answersOf, encode, group, JOINT } from "../../codes/code.js";
import { copyOrShow } from "../../files/export.js";
import { messageText, show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { onClick } from "../../page/on-click.js";
import { deferring } from "../../page/scheduling.js";

const MOST_EARLIER = 3; // codes: whoever counts has one of them

/**
 * @param {HTMLElement} root  `data-fingerprint` is that of these pages, `data-results` the page that reads codes
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const edition = { fingerprint: root.dataset.fingerprint, questions: questionsIn(document) };
  let codes = []; // those handed out before, and the present one

  const { now, soon, settle } = deferring(() => {
    if (store.whose !== "mine") return;
    const answers = answersOf((...field) => store.get(...field), edition.questions);
    const earlier = handedOut(store);
    codes = codesToSend(earlier, group(encode(edition, answers)));
    renderCode(root, codes, earlier.at(-1));
    root.querySelector("[data-has-code]").hidden = !answers.answered.size; // it would count nowhere
  }, setTimeout);
  const current = () => {
    settle();
    return codes;
  };
  exportOnClick(root, current, () => store.setDevice("handedOut", current(), store.review));
  onClick(root, {
    alone: () => {
      store.setDevice("handedOut", null, store.review);
      root.querySelector("[data-act=copy]").focus(); // the button that had it is gone
    },
  });
  store.subscribe(["answer", "conclusion", "device"], soon);
  now();
}

/** @returns {string[]} the codes of the page's review that left this device, the last one last */
const handedOut = (store) => store.device("handedOut", store.review) ?? [];

/** A code that was handed out already stands once: where it is the last again, or for the first time. */
const codesToSend = (earlier, code) => [...earlier.filter((one) => one !== code).slice(-MOST_EARLIER), code];

/** Ways out for the codes: copied, in a message, and as a link that is shared where the browser can. */
function exportOnClick(root, current, noteExport) {
  const text = () => current().join(JOINT);
  const link = () => new URL(`${root.dataset.results}#code=${text()}`, location.href).href;
  const exportText = async (exported) => {
    noteExport();
    root.querySelector("[data-box]").hidden = true;
    const isCopied = await copyOrShow(root, exported);
    show(root.querySelector("[data-exported]"), isCopied ? "code-copied" : "text-copy-blocked");
  };
  const share = async () => {
    try {
      await navigator.share({ title: messageText("code-title"), url: link() });
      noteExport();
    } catch (error) {
      if (error.name !== "AbortError") exportText(link()); // not where the person changed their mind
    }
  };
  onClick(root, { copy: () => exportText(text()), email: noteExport, share });
  root.querySelector("[data-act=share]").hidden = !navigator.share;
}

/** A message that is opened in the person's own mail program (https://www.rfc-editor.org/rfc/rfc6068). */
function addressOf(codes) {
  const body = messageText(codes.length > 1 ? "code-message-again" : "code-message", {
    code: codes.join(JOINT),
  });
  return `mailto:?subject=${encodeURIComponent(messageText("code-title"))}&body=${encodeURIComponent(body)}`;
}

/** @param {string|undefined} last  of those handed out */
function renderCode(root, codes, last) {
  const code = codes.at(-1);
  const isChanged = Boolean(last) && last !== code;
  const exported = root.querySelector("[data-exported]");
  root.querySelector("[data-changed]").hidden = !isChanged;
  // What is said of another code goes.
  if (last !== code) exported.replaceChildren();
  else if (!exported.hasChildNodes()) show(exported, "code-handed-out");
  root.querySelector("[data-earlier]").hidden = codes.length === 1;
  root.querySelector(".answer-code__code").textContent = codes.join(`${JOINT}\n`);
  root.querySelector("[data-spelled]").textContent = codes.map(spelled).join(` ${JOINT} `);
  root.querySelector("[data-act=email]").href = addressOf(codes);
}

const spelled = (code) =>
  code
    .split("-")
    .map((four) => [...four].join(" "))
    .join(", ");
