/** Codes and saved copies to count: says what was found first, asks about those that are there twice, can be undone. */

import { additionChanges, tally } from "../../members/counts.js";
import { collectCodes, collectFile, publishedEditions } from "../../codes/collect.js";
import { clearError, showError } from "../../page/error-message.js";
import { guideOfPage } from "../../page/questions.js";
import { message, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";

const CODE = /[#&]code=/;

/**
 * @param {HTMLElement} root  `data-fingerprint` is that of these pages, `data-editions` the address of the list of all
 * @param {import("../../store/store.js").Store} store  counts go to the open review
 */
export function mount(root, store) {
  const [text, files] = root.querySelectorAll("textarea, input[type=file]");
  const place = root.querySelector("[data-preview]");
  const done = root.querySelector("[role=status]");
  const counting = countingInto(store, guideOfPage());
  let looked = ""; // the text that the codes were found in
  const { ofText, ofFiles } = collectorsFor(guideOfPage(), root.dataset);
  let found = []; // until the person adds it or drops it

  const setFound = (collected) => {
    found = collected;
    place.replaceChildren(...(found.length ? [previewOf(found, counting.codes(), looked)] : []));
  };
  const add = () => {
    const added = found.filter(({ set }, index) => set && !isSamePerson(place, index));
    const replaced = counting.add(added);
    if (looked) text.value = text.value.replace(looked, () => leftOver(found));
    setFound([]);
    sayAdded(done, added.length, replaced);
  };
  const drop = (problem) => {
    setFound([]);
    goTo(text, problem);
  };
  const undo = () => counting.undo().then(() => say(done, "added-undone"));
  const offerFrom = async (collecting, whole = "") => {
    const collected = await collecting;
    if (!collected.length) return drop(whole.trim() ? "nothing-found" : "nothing-pasted");
    looked = whole;
    setFound(collected);
    clearError(text);
    done.replaceChildren();
    place.querySelector("h3").focus();
  };
  const look = () => (text.value.trim() ? offerFrom(ofText(text.value), text.value) : drop("nothing-pasted"));
  onClick(root, { look, drop: () => drop(), add, undo });
  store.subscribe(["combined"], (isChanged) => isChanged("") && found.length && setFound(found));
  onLink((link) => offerFrom(ofText(link), link));
  onFiles(files, (chosen) => offerFrom(ofFiles(chosen)));
}

function goTo(text, problem) {
  if (problem) showError(text, problem);
  text.closest("details").open = true;
  text.focus();
}

function sayAdded(done, count, replaced) {
  say(done, replaced ? "added-replacing" : count ? "added" : "added-none", { count, replaced });
}

function say(done, name, values) {
  show(done, name, values);
  const shown = done.querySelector("button") ?? done;
  shown.focus();
  requestAnimationFrame(() => shown.scrollIntoView({ block: "center" })); // what has come above it pushes it out of sight
}

function onFiles(files, take) {
  files.addEventListener("change", async () => {
    if (files.files.length) await take([...files.files]);
    files.value = ""; // so that the same file can be chosen again
  });
}

/** Puts people into the counts of the open review and takes what they replace out of it, at once; and back again. */
function countingInto(store, guide) {
  const get = (...field) => store.get(...field);
  const additionOf = (people) => ({
    counts: tally(
      people.map(({ set }) => set),
      guide,
    ),
    codes: people.map(({ hash }) => hash),
  });
  const exchange = (came, went) =>
    store.set([...additionChanges(additionOf(went), -1), ...additionChanges(additionOf(came))]);
  const codes = () => get("combined", "", "codes") ?? [];
  let last;
  return {
    codes,
    add: (people) => {
      last = { people, replaced: replacedBy(people, codes()) };
      exchange(people, last.replaced);
      return last.replaced.length;
    },
    undo: () => exchange(last.replaced, last.people),
  };
}

/** What the same people handed out earlier and is counted, as often as it is: the other codes never reached this device. */
function replacedBy(people, codes) {
  const counted = [...codes];
  return people
    .flatMap(({ replaced = [] }) => replaced)
    .filter(({ hash }) => counted.includes(hash) && counted.splice(counted.indexOf(hash), 1));
}

/**
 * @param {import("../../page/questions.js").Question[]} questions
 * @param {DOMStringMap} data  of the view's element
 */
function collectorsFor(questions, { fingerprint, editions }) {
  const { guide, edition } = document.documentElement.dataset;
  const present = { guide, edition, fingerprint, questions };
  let published;
  const others = () => (published ??= publishedEditions(new URL(editions, location.href).href));
  return {
    ofText: (text) => collectCodes(text, present, others),
    ofFiles: (files) => Promise.all(files.map((file) => collectFile(file, present, others))),
  };
}

/** A code in a link leaves the address bar at once: the whole board can see the screen. */
function onLink(take) {
  const look = () => {
    const { hash, pathname, search } = location;
    if (!CODE.test(hash)) return;
    history.replaceState(null, "", pathname + search);
    take(hash);
  };
  look();
  addEventListener("hashchange", look);
}

/** What could not be read in a text stays there, to be put right; what was pasted since stays beside it. */
const leftOver = (found) =>
  found
    .filter(({ problem }) => problem && !problem.startsWith("file-"))
    .map(({ text }) => text)
    .join("\n");

const isSamePerson = (place, index) =>
  place.querySelector(`[name="alike-${index}"][value=same]:checked`) !== null;

function previewOf(found, known, looked) {
  const fragment = message("collected");
  const alike = alikeIn(found, known, looked);
  const sets = found.filter(({ set }) => set).length;
  show(fragment.querySelector("h3"), sets ? "add-question" : "add-nothing");
  const isReplacing = (one) => !known.includes(one.hash) && replacedBy([one], known).length > 0;
  const replacing = found.filter(isReplacing);
  const count = sets - alike.length - replacing.length;
  const name = count ? "found" : replacing.length ? "found-replacing" : "found-none";
  const said = fragment.querySelector("[data-found]");
  show(said, name, { count: count || replacing.length });
  said.hidden = !sets; // the heading says as much
  if (!sets) fragment.firstElementChild.className = "nhsuk-error-summary";
  fragment.querySelector("[data-act=add]").hidden = !sets;
  fragment.querySelector("[data-alike]").append(...alike);
  const notes = [
    ...replacing.map(({ text }) => message("replacing", { text })),
    ...found.filter(({ problem, edition }) => problem || edition).map(noteOn),
  ];
  fragment.querySelector("ul").append(...notes);
  fragment.querySelector("ul").hidden = !notes.length;
  return fragment;
}

/** A question for each code that is counted already, or stands here a second time. */
function alikeIn(found, known, looked) {
  const here = new Set();
  return found.flatMap(({ set, hash, text }, index) => {
    if (!set) return [];
    const isTwice = here.has(hash);
    here.add(hash);
    if (isTwice) return [questionAbout(text, index, looked ? "twice" : "twice-chosen")];
    return known.includes(hash) ? [questionAbout(text, index, "known")] : [];
  });
}

function questionAbout(text, index, why) {
  const question = message("alike");
  show(question.querySelector("legend"), `alike-${why}`, { text });
  for (const radio of question.querySelectorAll("input")) {
    radio.name = `alike-${index}`;
    radio.id = `alike-${index}-${radio.value}`;
    radio.nextElementSibling.htmlFor = radio.id;
  }
  return question;
}

function noteOn({ text, before, problem, edition, left, expected, got, characters }) {
  if (!problem) return message("from-edition", { text, edition, count: left });
  const values = { text, expected, got, characters: characters?.join(" ") ?? "" };
  const note = message(`problem-${problem}`, values);
  if (before) note.firstElementChild.append(message("line-before", { before }));
  return note;
}
