/** What has changed since an earlier review. */

import { compare } from "../../report/compare.js";
import { guideOfPage } from "../../page/questions.js";
import { message } from "../../page/messages.js";
import { reviewName } from "../../page/review-name.js";
import { readerOf, wordingOf } from "../../store/review.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const choice = root.querySelector("select");
  const place = root.querySelector("[data-result]");
  const guide = guideOfPage();

  const renderChoice = () => {
    const others = store.reviews().filter(({ id }) => id !== store.review);
    const chosen = choice.value;
    const options = others.map((review) => new Option(reviewName(review), review.id));
    choice.replaceChildren(new Option("", ""), ...options);
    choice.value = others.some(({ id }) => id === chosen) ? chosen : (onlyEarlier(others, store) ?? "");
    root.querySelector("[data-choice]").hidden = !others.length;
    root.querySelector("[data-empty]").hidden = others.length > 0;
  };
  const render = async () => {
    root.classList.toggle("card--printed", choice.value !== "");
    if (!choice.value) return place.replaceChildren();
    const earlier = readerOf(await store.readReview(choice.value));
    const later = readerOf(store.records());
    place.replaceChildren(
      resultOf(compare(earlier, later, guide), guideFor(store.whose, guide), { earlier, later }),
    );
  };
  const hear = () => {
    renderChoice();
    render();
  };
  choice.addEventListener("change", render);
  store.subscribe(["review", "answer", "conclusion", "action"], hear);
  hear();
}

/** The one review of the same answers that was begun before the open one: there is nothing to choose. */
function onlyEarlier(others, store) {
  const earlier = others.filter(({ id, whose }) => whose === store.whose && id < store.review);
  return earlier.length === 1 ? earlier[0].id : null;
}

/** The guide in the words that the later review shows. */
const guideFor = (whose, guide) =>
  guide.map(({ statements, ...question }) => ({
    ...question,
    statements: statements.map((one) => ({ ...one, text: wordingOf(one, whose) })),
  }));

function resultOf(found, guide, { earlier, later }) {
  // What the later review has forgotten, the earlier one says; what the guide has dropped, either.
  const said = (kind, id, field) => later.get(kind, id, field) ?? earlier.get(kind, id, field);
  const whatOfAction = (id) => said("action", id, "what") ?? "";
  const fragment = message("comparison");
  const texts = new Map(guide.flatMap(({ statements }) => statements.map(({ id, text }) => [id, text])));
  const textOf = (id) => texts.get(id) ?? said("answer", id, "wording") ?? id;
  const asks = new Map(guide.map(({ id, ask }) => [id, ask]));
  const lines = {
    gained: found.gained.map(textOf),
    lost: found.lost.map(textOf),
    resolved: found.resolved.map(({ id }) => textOf(id)),
    newlyUnknown: found.newlyUnknown.map(textOf),
    onlyLater: found.onlyLater.map(textOf),
    onlyEarlier: found.onlyEarlier.map(textOf),
    actionsDone: found.actionsDone.map(whatOfAction),
    actionsOpen: found.actionsOpen.map(whatOfAction),
    actionsNew: found.actionsNew.map(whatOfAction),
    reworded: found.reworded.map(textOf),
  };
  for (const [name, items] of Object.entries(lines)) fill(fragment, name, items.map(lineOf));
  fill(
    fragment,
    "conclusions",
    found.conclusions.map(({ question, before, after }) =>
      message("comparison-conclusion", {
        ask: asks.get(question) ?? said("conclusion", question, "wording") ?? question,
        before: before ?? "",
        after: after ?? "",
      }),
    ),
  );
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
