/** Loads a copy: says what it holds first, changes nothing before that is confirmed, and can be undone. */

import { guideOfPage } from "../../page/questions.js";
import { addedTo, written } from "../../files/import.js";
import { dateText, message, show } from "../../page/messages.js";
import { onPress } from "../../page/on-click.js";
import { preview } from "../../files/preview.js";
import { keptAside } from "../../store/memory.js";
import { FileProblem, MOST_BYTES, read } from "../../files/saved-copy.js";

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 * @returns {() => void} ends it
 */
export function mount(root, store) {
  const file = root.querySelector("input[type=file]");
  const done = root.querySelector("[role=status]");
  const place = root.querySelector("[data-preview]");
  let copy = null;
  let putBack = null;
  let openBefore = null;
  let isTaking = false; // a second press would take it in again, and leave nothing to undo

  const look = async (text) => {
    place.replaceChildren();
    copy = null;
    try {
      copy = read(text);
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      return show(done, `file-${error.name}`, { line: error.line ?? "", path: error.path ?? "" });
    }
    done.replaceChildren();
    place.replaceChildren(await previewOf(copy, store));
    place.querySelector("h3").focus();
  };
  const take = async (recordsOf, opened) => {
    if (isTaking) return;
    isTaking = true;
    try {
      openBefore = store.review;
      putBack = await store.add([...(await recordsOf()), ...asideOf(copy, opened ?? store.review)]);
      if (opened) await store.openReview(opened);
    } catch {
      return show(done, "load-failed");
    } finally {
      isTaking = false;
    }
    place.replaceChildren();
    show(done, "loaded");
    done.querySelector("button").focus();
  };
  const choose = async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    place.replaceChildren();
    if (chosen.size > MOST_BYTES) show(done, "file-too-large");
    else await chosen.text().then(look, () => show(done, "file-unreadable"));
    file.value = ""; // so that the same file can be chosen again
  };
  const end = onPress(root, {
    paste: () => look(root.querySelector("textarea").value),
    add: () => take(() => addedTo(store.records(), copy.reviews[0].records, store.review, keptAside)),
    keep: () => take(() => ownReviews(copy, store), copy.reviews[0].id),
    cancel: () => place.replaceChildren(),
    undo: async () => {
      await putBack();
      if (openBefore) await store.openReview(openBefore);
      show(done, "load-undone");
    },
  });
  file.addEventListener("change", choose);
  return () => {
    file.removeEventListener("change", choose);
    end();
  };
}

/** Each review of the copy as a review of its own; one that is on this device already is brought up to date. */
async function ownReviews({ reviews }, store) {
  const each = reviews.map(async (review) => written(await store.read(review.id), sorted(review), keptAside));
  return (await Promise.all(each)).flat();
}

const isSort = ({ kind, field }) => kind === "review" && field === "sort";

/** A review that does not say whose answers it holds was shown as one's own: without a sort nobody could open it. */
function sorted({ id, records }) {
  const said = records.find(isSort);
  if (said?.value) return records;
  const own = {
    review: id,
    kind: "review",
    id: "",
    field: "sort",
    value: "mine",
    changedAt: said?.changedAt ?? 0,
  };
  return [...records.filter((record) => record !== said), own];
}

const asideOf = ({ unreadable, lost }, review) => [
  ...unreadable.map(({ record }) => ({ ...keptAside(record, "unreadable-file"), review })),
  ...lost.map(({ record }) => ({ ...keptAside(record, "file"), review })),
];

async function previewOf(copy, store) {
  const fragment = message("preview");
  const list = fragment.querySelector("ul");
  const guide = guideOfPage();
  const known = new Set(store.reviews().map((review) => review.id));
  for (const review of copy.reviews) {
    const ours = known.has(review.id) ? await store.read(review.id) : store.records();
    const counts = preview(ours, review.records, { questions: guide }, Date.now());
    list.append(...linesOf(review, counts));
  }
  const isForeign = copy.guide !== document.documentElement.dataset.guide;
  fragment.querySelector("[data-foreign]").hidden = !isForeign;
  fragment.querySelector("[data-newer]").hidden = !copy.isNewer;
  fragment.querySelector("[data-act=add]").hidden = !canBeAdded(copy, store);
  fragment.querySelector("[data-act=keep]").hidden = !copy.reviews.length;
  return fragment;
}

/** One review of the same kind can be added to the open one. The board's answers and one's own stay apart. */
function canBeAdded({ reviews }, store) {
  const [first] = reviews;
  return reviews.length === 1 && store.review !== null && first.records.find(isSort)?.value === store.sort;
}

function linesOf(review, counts) {
  const value = (field) =>
    review.records.find((record) => record.kind === "review" && record.field === field)?.value;
  const name = message(`preview-${value("sort") ?? "mine"}`, {
    name: value("name") ?? "",
    date: value("heldOn") ? dateText(value("heldOn")) : "",
  });
  const lines = Object.entries(counts).filter(([, count]) => count > 0);
  return [name, ...lines.map(([kind, count]) => message(`preview-${kind}`, { count }))];
}
