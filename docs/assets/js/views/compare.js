/** What has changed since an earlier review. */

import { compare } from "../compare.js";
import { guideOf } from "../guide.js";
import { dateText, message } from "../messages.js";
import { readerOf } from "../records.js";

/**
 * @param {HTMLElement} root
 * @param {import("../store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const choice = root.querySelector("select");
  const place = root.querySelector("[data-result]");
  const guide = guideOf(document);

  const renderChoice = () => {
    const others = store.reviews().filter(({ id }) => id !== store.review);
    const chosen = choice.value;
    const options = others.map((review) => new Option(nameOf(review), review.id));
    choice.replaceChildren(new Option("", ""), ...options);
    choice.value = others.some(({ id }) => id === chosen) ? chosen : "";
    root.querySelector("[data-choice]").hidden = !others.length;
    root.querySelector("[data-empty]").hidden = others.length > 0;
  };
  const render = async () => {
    if (!choice.value) return place.replaceChildren();
    const earlier = readerOf(await store.read(choice.value));
    const later = readerOf(store.records());
    place.replaceChildren(resultOf(compare(earlier, later, guide), guide, whatOf(earlier, later)));
  };
  const hear = (changed) => {
    if (changed && !changed.some(({ kind }) => kind === "review")) return;
    renderChoice();
    render();
  };
  choice.addEventListener("change", render);
  const unsubscribe = store.subscribe(hear);
  renderChoice();
  return () => {
    choice.removeEventListener("change", render);
    unsubscribe();
  };
}

function nameOf({ sort, name, heldOn }) {
  return message(`review-name-${sort}`, { name: name ?? "", date: heldOn ? dateText(heldOn) : "" }).textContent.trim();
}

/** What an action says: in the later review, or where that has forgotten it in the earlier one. */
const whatOf = (earlier, later) => (id) => later.get("action", id, "what") ?? earlier.get("action", id, "what") ?? "";

function resultOf(found, guide, whatOfAction) {
  const fragment = message("comparison");
  const texts = new Map(guide.flatMap(({ statements }) => statements.map(({ id, text }) => [id, text])));
  const asks = new Map(guide.map(({ id, ask }) => [id, ask]));
  const lines = {
    gained: found.gained.map((id) => texts.get(id)),
    lost: found.lost.map((id) => texts.get(id)),
    resolved: found.resolved.map(({ id }) => texts.get(id)),
    newlyUnknown: found.newlyUnknown.map((id) => texts.get(id)),
    actionsDone: found.actionsDone.map(whatOfAction),
    actionsOpen: found.actionsOpen.map(whatOfAction),
    actionsNew: found.actionsNew.map(whatOfAction),
    reworded: found.reworded.map((id) => texts.get(id)),
  };
  for (const [name, items] of Object.entries(lines)) fill(fragment, name, items.map(lineOf));
  fill(fragment, "conclusions", found.conclusions.map(({ question, before, after }) =>
    message("comparison-conclusion", { ask: asks.get(question), before: before ?? "", after: after ?? "" })));
  const isSame = [...fragment.querySelectorAll("[data-part]")].every(({ hidden }) => hidden);
  fragment.querySelector("[data-same]").hidden = !isSame;
  return fragment;
}

const lineOf = (text) => Object.assign(document.createElement("li"), { textContent: text });

function fill(fragment, name, items) {
  const part = fragment.querySelector(`[data-part="${name}"]`);
  part.hidden = !items.length;
  part.querySelector("ul").replaceChildren(...items);
}
