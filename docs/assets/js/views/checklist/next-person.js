/** The next person on a shared device: the answers of this one are counted, and an empty checklist opens. */

import { answersOf, encode } from "../../codes/code.js";
import { hashOf, tally } from "../../members/counts.js";
import { boardReader, handOver } from "../../members/hand-over.js";
import { show } from "../../page/messages.js";
import { counted, outlineOf } from "../../page/outline.js";
import { onPress } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  `data-fingerprint` is that of these pages
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const outline = outlineOf(document);
  const guide = counted(outline);
  const part = root.querySelector("[data-part]");
  const dialog = root.querySelector("dialog");
  const done = document.querySelector("[data-handed-over]"); // where the next person starts
  let person; // what this one answered
  let giveBack; // until the next one ticks

  const isAnswered = ({ id }) => store.get("conclusion", id, "state") !== null;
  const render = (changed) => {
    if (changed?.length === 0) return;
    part.hidden = store.sort !== "mine" || !outline.some(isAnswered);
    if (giveBack && changed?.some(isAnswer)) forget();
  };
  const forget = () => {
    giveBack = null;
    done.replaceChildren();
  };
  const goOn = async (addition) => {
    dialog.close();
    giveBack = await handOver(store, guide, addition);
    const count = (await boardReader(store))?.get("combined", "", "codes")?.length ?? 0;
    show(done, giveBack ? "handed-over" : "not-handed-over", { count });
    done.focus();
  };
  const end = onPress(root, {
    "hand-over": async () => {
      const set = answersOf((...field) => store.get(...field), outline);
      const code = encode({ fingerprint: root.dataset.fingerprint, questions: outline }, set);
      person = { counts: tally([set], guide), codes: [hashOf(code)] };
      const known = (await boardReader(store))?.get("combined", "", "codes") ?? [];
      for (const place of dialog.querySelectorAll("[data-alike]"))
        place.hidden = !known.includes(person.codes[0]);
      dialog.showModal();
    },
    "hand-over-counted": () => goOn(person),
    "hand-over-only": () => goOn(null),
    "hand-over-cancel": () => dialog.close(),
  });
  const endUndo = onPress(done, {
    "give-back": async () => {
      const back = giveBack;
      forget();
      await back();
      show(done, "given-back");
      done.focus();
    },
  });
  const unsubscribe = store.subscribe(render);
  render(null);
  return () => {
    end();
    endUndo();
    unsubscribe();
  };
}

const isAnswer = ({ kind, value }) => (kind === "answer" || kind === "conclusion") && value !== null;
