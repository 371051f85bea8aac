/** What leaves the browser: copies, tables, dates and paper. All of it goes where the person puts it. */

import { toCalendar } from "../../files/calendar.js";
import { actionsToCsv, toCsv } from "../../files/csv.js";
import { toText } from "../../files/text.js";
import { guideOfPage } from "../../page/questions.js";
import { copyOrShow, download, reviewFileName, showBox } from "../../files/export.js";
import { todayText } from "../../page/dates.js";
import { labels } from "../../page/labels.js";
import { show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { readerOf } from "../../store/review.js";
import { reportOf } from "../../report/report.js";
import { fingerprintOf, stringifyCopy } from "../../files/saved-copy.js";
import { richTextOf } from "../../files/rich-text.js";
import { saveCopy } from "../../files/save-copy.js";

const DAY = 86_400_000; // milliseconds

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const guide = guideOfPage();
  const done = root.querySelector("[role=status]");
  const article = root.parentElement.querySelector("article");
  const report = () => reportOf(readerOf(store.records()), guide, todayText());
  const opened = () => (store.isBegun ? [store.review] : []);

  const name = (ending, about) => reviewFileName(report(), ending, about);

  const toClipboard = async (text, html) => {
    const isCopied = await copyOrShow(root, text, html);
    show(done, isCopied ? "copied" : "copy-blocked");
  };
  onClick(root, {
    save: async () => {
      await saveCopy(store, opened(), name("json"));
      show(done, "copy-saved");
    },
    box: async () => showBox(root, stringifyCopy(await store.copyOf(opened()))),
    "copy-rich": () => toClipboard(toText(report(), labels()), richTextOf(article, store.whose)),
    "copy-text": () => toClipboard(toText(report(), labels())),
    csv: () => download(name("csv"), "text/csv", toCsv(report(), labels())),
    "actions-csv": () =>
      download(name("csv", labels().actionsFile), "text/csv", actionsToCsv(report(), labels())),
    calendar: () => saveDates(report(), store, done),
    print: () => print(),
    persist: () => askToPersist(root),
  });
  const render = () => renderSafety(root, store);
  store.subscribe(["review", "answer", "conclusion", "action", "combined", "set-aside", "device"], render);
  render();
  renderPersistence(root);
}

function saveDates(report, store, done) {
  const { guide } = document.documentElement.dataset;
  const items = datesOf(report, store).map((date) => ({
    ...date,
    uid: `${date.id}@${guide}`,
    changedAt: changedAt(store, date.id),
  }));
  if (!items.length) return show(done, "no-dates");
  download(
    reviewFileName(report, "ics"),
    "text/calendar",
    toCalendar(items, { productId: guide, now: Date.now() }),
  );
  show(done, "dates-saved", { count: items.length });
}

function datesOf({ actions, reviewAgainOn }, store) {
  const due = actions.filter(({ dueOn, isDone }) => dueOn && !isDone);
  const dates = due.map(({ id, what, owner, dueOn }) => {
    const title = what?.trim() || labels().action;
    const lines = title.includes("\n") ? [title] : []; // a title has one
    return { id, title, description: [...lines, owner].filter(Boolean).join("\n"), on: dueOn };
  });
  const again = { id: store.review, title: labels().nextReview, description: "", on: reviewAgainOn };
  return reviewAgainOn ? [...dates, again] : dates;
}

/** When an action was last changed; of the review itself, when anything in it was. */
function changedAt(store, id) {
  const records = store.records().filter((record) => id === store.review || record.id === id);
  return Math.max(...records.map((record) => record.changedAt));
}

function renderSafety(root, store) {
  const saved = store.device("savedCopy", store.review);
  const isChanged = saved ? saved.held !== fingerprintOf(store.records()) : store.isBegun;
  const days = Math.max(0, Math.floor((Date.now() - (saved?.at ?? 0)) / DAY)); // a clock may have been set back
  const name = !saved ? "copy-never" : days ? "copy-days" : "copy-today";
  show(root.querySelector("[data-last-copy]"), isChanged ? `${name}-changed` : name, { count: days });
}

async function renderPersistence(root) {
  const isPersisted = await navigator.storage?.persisted?.().catch(() => false);
  show(root.querySelector("[data-persistence]"), isPersisted ? "storage-persists" : "storage-may-go");
}

/**
 * https://storage.spec.whatwg.org/#dom-storagemanager-persist: a browser may refuse without asking anybody. Firefox asks,
 * so it is only done when somebody wants it.
 */
async function askToPersist(root) {
  const isPersisted = await navigator.storage?.persist?.().catch(() => false);
  const place = root.querySelector("[data-persistence]");
  place.setAttribute("role", "status"); // an answer is news; what stands there when the page opens is none
  show(place, isPersisted ? "storage-persists" : "storage-refused");
  place.focus(); // the button is gone
}
