/** The next person on a shared device: the answers of this one are counted, and an empty checklist opens. */

import { answersOf, encode, hashOf } from "../../codes/code.js";
import { tally } from "../../members/counts.js";
import { boardReader, handOver } from "../../members/hand-over.js";
import { show } from "../../page/messages.js";
import { questionsIn } from "../../page/questions.js";
import { onClick } from "../../page/on-click.js";

/**
 * @param {HTMLElement} root  `data-fingerprint` is that of these pages
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const guide = questionsIn(document);
  const part = root.querySelector("[data-part]");
  const dialog = root.querySelector("dialog");
  const givingBack = givingBackIn(document.querySelector("[data-handed-over]")); // where the next person starts
  let person; // what this one answered

  const isAnswered = ({ id }) => store.get("conclusion", id, "state") !== null;
  const render = () => {
    part.hidden = !guide.some(isAnswered);
    if (store.records().length) givingBack.end();
  };
  const goOn = async (addition) => {
    dialog.close();
    const giveBack = await handOver(store, addition);
    givingBack.offer(giveBack, (await boardCodes(store)).length);
  };
  onClick(root, {
    "hand-over": async () => {
      person = additionOf(store, { fingerprint: root.dataset.fingerprint, questions: guide });
      const isAlike = (await boardCodes(store)).includes(person.codes[0]);
      for (const place of dialog.querySelectorAll("[data-alike]")) place.hidden = !isAlike;
      dialog.showModal();
    },
    "hand-over-counted": () => goOn(person),
    "hand-over-only": () => goOn(null),
    "hand-over-cancel": () => dialog.close(),
  });
  store.subscribe(["answer", "conclusion"], render);
  render();
}

/** Says what became of a person's answers, and gives them back when asked, until the next person ticks. */
function givingBackIn(done) {
  let giveBack = null;
  const end = () => {
    if (!giveBack) return;
    giveBack = null;
    done.replaceChildren();
  };
  const say = (name, values) => {
    show(done, name, values);
    done.focus();
  };
  const offer = (found, count) => {
    giveBack = found;
    say(giveBack ? "handed-over" : "not-handed-over", { count });
  };
  const take = async () => {
    const back = giveBack;
    end();
    await back();
    say("given-back");
  };
  onClick(done, { "give-back": take });
  return { offer, end };
}

/** The open review's answers, as they go into the counts. */
function additionOf(store, edition) {
  const set = answersOf((...field) => store.get(...field), edition.questions);
  return { counts: tally([set], edition.questions), codes: [hashOf(encode(edition, set))] };
}

const boardCodes = async (store) => (await boardReader(store)).get("combined", "", "codes") ?? [];
