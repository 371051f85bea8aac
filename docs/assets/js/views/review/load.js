/** Loads a copy: says what it holds first, changes nothing before that is confirmed, and can be undone. */

import { guideOfPage } from "../../page/questions.js";
import { movedTo, preview } from "../../files/import.js";
import { dateText } from "../../page/dates.js";
import { clearError, showError } from "../../page/error-message.js";
import { message, show } from "../../page/messages.js";
import { reviewName } from "../../page/review-name.js";
import { onClick } from "../../page/on-click.js";
import { setAside } from "../../store/record.js";
import { isWhose } from "../../store/review.js";
import { FileProblem, MOST_BYTES, parseCopy } from "../../files/saved-copy.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const done = root.querySelector("[role=status]");
  const place = root.querySelector("[data-preview]");
  const [file, pasted] = root.querySelectorAll("input[type=file], textarea");
  const taking = takingInto(store);
  let copy = null;
  let into = null; // the review that it can be added to, as it was said

  const look = async (field, reading) => {
    place.replaceChildren();
    for (const one of [file, pasted]) clearError(one);
    try {
      copy = parseCopy(await reading);
    } catch (error) {
      return refuse(field, error);
    }
    done.replaceChildren();
    into = store.review;
    place.replaceChildren(await previewOf(copy, store));
    place.querySelector("h3").focus();
  };
  const take = async (records, review) => {
    const outcome = await taking.take([...records, ...asideOf(copy, review)], review);
    if (outcome !== "busy") show(done, outcome);
    if (outcome !== "loaded") return;
    place.replaceChildren();
    done.querySelector("button").focus();
  };
  onClick(root, {
    paste: () => look(pasted, pasted.value),
    add: () => take(movedTo(copy.reviews[0].records, into), into),
    keep: () => take(ownReviews(copy), copy.reviews[0].id),
    cancel: () => place.replaceChildren(),
    undo: () => taking.undo().then(() => show(done, "load-undone")),
  });
  onFile(file, (chosen) => look(file, textOf(chosen)));
}

function onFile(field, take) {
  field.addEventListener("change", async () => {
    const [chosen] = field.files;
    if (!chosen) return;
    await take(chosen);
    field.value = ""; // so that the same file can be chosen again
  });
}

/** @throws {FileProblem} and nothing else */
async function textOf(file) {
  if (file.size > MOST_BYTES) throw new FileProblem("too-large");
  return file.text().catch((cause) => {
    throw new FileProblem("unreadable", {}, { cause });
  });
}

/** Says above the field what is wrong with the file that was chosen there, or with the text that was pasted. */
function refuse(field, error) {
  if (!(error instanceof FileProblem)) throw error;
  const { name, line = "", path = "", count = "" } = /** @type {any} */ (error);
  const isNothing = field.localName === "textarea" && name === "empty";
  showError(field, isNothing ? "paste-empty" : `file-${name}`, { line, path, count });
  field.focus();
}

/** Takes a copy in, one at a time: a second click would take it in again, and leave nothing to undo. */
function takingInto(store) {
  let undo = null;
  let [shown, wasBegun] = [null, false];
  let isBusy = false;
  return {
    take: async (records, opened) => {
      if (isBusy) return "busy";
      isBusy = true;
      try {
        [shown, wasBegun] = [store.review, store.isBegun];
        undo = await store.add(records);
        await store.openReview(opened);
        return "loaded";
      } catch {
        return "load-failed";
      } finally {
        isBusy = false;
      }
    },
    undo: async () => {
      // A page that shows no review takes up one that is there: then what was loaded goes first.
      if (wasBegun) await store.openReview(shown);
      await undo();
      if (!wasBegun) await store.openReview(shown);
    },
  };
}

/** Each review of the copy as a review of its own; one that is on this device already is brought up to date. */
const ownReviews = ({ reviews }) => reviews.flatMap(withWhose);

/** A review that does not say whose answers it holds was shown as one's own: without that nobody could open it. */
function withWhose({ id, records }) {
  if (records.some(isWhose)) return records;
  return [...records, { review: id, kind: "review", id: "", field: "whose", value: "mine", changedAt: 0 }];
}

const asideOf = ({ unreadable, lost }, review) => [
  ...unreadable.map(({ record }) => ({ ...setAside(record, "unreadable-file"), review })),
  ...lost.map(({ record }) => ({ ...setAside(record, "file"), review })),
];

async function previewOf(copy, store) {
  const fragment = message("preview");
  const hide = (what, isHidden) => (fragment.querySelector(what).hidden = isHidden);
  // All that is said of the open review is asked before anything is waited for.
  const isAddable = canBeAdded(copy, store);
  const inOpen = store.records();
  fragment.querySelector("[data-review]").textContent = reviewName(
    store.reviews().find(({ id }) => id === store.review) ?? store,
  );
  hide("[data-act=add]", !isAddable);
  hide("[data-into]", !isAddable);
  hide("[data-act=keep]", !copy.reviews.length);
  hide("[data-foreign]", copy.guide === document.documentElement.dataset.guide);
  hide("[data-newer]", !copy.isNewer);
  const guide = guideOfPage();
  const known = new Set(store.reviews().map((review) => review.id));
  const list = fragment.querySelector("ul");
  for (const review of copy.reviews) {
    const ours = known.has(review.id) ? await store.readReview(review.id) : inOpen;
    list.append(...linesOf(review, preview(ours, review.records, guide, Date.now())));
  }
  return fragment;
}

/** One review of the same kind can be added to the open one. The board's answers and one's own stay apart. */
function canBeAdded({ reviews }, store) {
  const [first] = reviews;
  return reviews.length === 1 && store.isBegun && first.records.find(isWhose)?.value === store.whose;
}

function linesOf(review, counts) {
  const value = (field) =>
    review.records.find((record) => record.kind === "review" && record.field === field)?.value;
  const name = message(`preview-${value("whose") ?? "mine"}`, {
    name: value("name") ?? "",
    date: value("heldOn") ? dateText(value("heldOn")) : "",
  });
  const lines = Object.entries(counts).filter(([, count]) => count > 0);
  return [name, ...lines.map(([kind, count]) => message(`preview-${kind}`, { count }))];
}
