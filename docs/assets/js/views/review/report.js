/** The review as a paper; where nothing has been written yet, where to start and nothing else. */

import { drawBar } from "../../page/bar-chart.js";
import { guideOfPage, sectionOf } from "../../page/questions.js";
import { dateText, todayText } from "../../page/dates.js";
import { message, messageText, show } from "../../page/messages.js";
import { deferring, inBatches } from "../../page/scheduling.js";
import { readerOf } from "../../store/review.js";
import { reportOf } from "../../report/report.js";

const AT_ONCE = 20; // questions

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const guide = guideOfPage();
  const sections = new Map(guide.map(({ id }) => [id, sectionOf(root, id)]));
  let stop = () => {};

  const { now, soon } = deferring(() => {
    stop();
    const report = reportOf(readerOf(store.records()), guide, todayText());
    root.querySelector("[data-empty]").hidden = !report.isEmpty;
    for (const part of root.querySelectorAll("[data-filled]")) part.hidden = report.isEmpty;
    renderHead(root, report);
    renderParts(root, report);
    stop = inBatches(report.questions, AT_ONCE, (question) =>
      renderQuestion(sections.get(question.id), question),
    );
  }, requestAnimationFrame);
  store.subscribe(["review", "answer", "conclusion", "action", "combined", "set-aside"], soon);
  now();
}

function renderHead(root, report) {
  const { name, heldOn, reviewAgainOn } = report;
  for (const place of root.querySelectorAll("[data-open-name]")) place.textContent = name ? `: ${name}` : "";
  const head = { ...report, heldOn: heldOn && dateText(heldOn) };
  for (const place of root.querySelectorAll("[data-head]")) {
    place.textContent = head[place.dataset.head] ?? "";
    place.parentElement.hidden = !place.textContent;
  }
  root.querySelector("[data-part=again]").hidden = !reviewAgainOn;
  root.querySelector("[data-again]").textContent = reviewAgainOn ? dateText(reviewAgainOn) : "";
}

/** Where the table of where members stand leads to. */
const anchorOf = ({ id }) => `${id}--paper`;

function renderQuestion(section, question) {
  section.hidden = !question.isTouched;
  section.id = question.isTouched ? anchorOf(question) : "";
  const { state, status, conclusion, parked, counts, statements } = question;
  show(section.querySelector("[data-status]"), "report-status", {
    status: messageText(`status-${status}`),
    parked,
  });
  renderCounts(section, counts, statements.length);
  section.querySelector("[data-conclusion]").textContent = conclusion ?? "";
  for (const statement of statements) {
    const row = section.querySelector(`[data-statement="${CSS.escape(statement.id)}"]`);
    const answer = answerName(statement.answer, state);
    row.dataset.answer = answer;
    show(row.querySelector("[data-answer]"), `answer-${answer}`);
    row.querySelector("[data-evidence]").textContent = statement.evidence ?? "";
    if (statement.members) show(row.querySelector("[data-members]"), "members", statement.members);
    else row.querySelector("[data-members]").replaceChildren();
  }
}

/** Before a question is done, no tick may mean that nobody looked: then only what was answered is counted. */
function renderCounts(section, { ticked, unknown, notTicked }, total) {
  const name = notTicked === null ? "counts-so-far" : "counts-done";
  show(section.querySelector("[data-counts]"), name, { ticked, unknown, notTicked: notTicked ?? 0 });
  const bar = section.querySelector(".bar");
  bar.toggleAttribute("hidden", ticked + unknown === 0 && notTicked === null); // empty, it would say "not ticked"
  drawBar(bar, [ticked, unknown, notTicked ?? 0], total);
}

const answerName = (answer, state) => {
  if (answer === true) return "ticked";
  if (answer === "unknown") return "unknown";
  return state ? "not-ticked" : "open";
};

function actionRow({ what, owner, dueOn, isDone, isOverdue, number }, place) {
  const row = message("report-action").querySelector("tr");
  const status = messageText(`action-${isDone ? "done" : isOverdue ? "overdue" : "open"}`);
  const due = dueOn ? dateText(dueOn) : "";
  const cells = { number: place + 1, action: what, owner, due, status, question: number ?? "" };
  for (const [name, text] of Object.entries(cells))
    row.querySelector(`[data-cell=${name}]`).textContent = text;
  return row;
}

function renderParts(root, report) {
  const { whose, questions, actions, parked, left, reworded } = report;
  const part = (name) => root.querySelector(`[data-part=${name}]`);
  part("concluded").querySelector("[data-none]").hidden = questions.some(({ isTouched }) => isTouched);
  part("actions").hidden = !actions.length && whose === "mine"; // actions are the board's
  part("actions").querySelector("[data-none]").hidden = actions.length > 0;
  part("actions").querySelector("table").hidden = !actions.length;
  part("actions")
    .querySelector("tbody")
    .replaceChildren(...actions.map(actionRow));
  const items = {
    parked: parked.map(questionItem),
    left: left.map(questionItem),
    reworded: reworded.map(({ text, wording }) => message("report-reworded", { text, wording })),
    orphans: orphanItems(report.orphans),
  };
  for (const [name, list] of Object.entries(items)) {
    part(name).hidden = !list.length;
    part(name)
      .querySelector("ul")
      .replaceChildren(...list);
  }
}

function questionItem(question) {
  const item = message("report-question", { number: question.number, ask: question.ask }).firstElementChild;
  if (!question.isTouched) item.id = anchorOf(question);
  return item;
}

function orphanItems({ answers, conclusions }) {
  return [
    ...answers.map(({ id, answer, evidence, wording }) =>
      message(`report-orphan-${answerName(answer, true)}`, {
        wording: wording ?? id,
        evidence: evidence ?? "",
      }),
    ),
    ...conclusions.map(({ id, conclusion, wording }) =>
      message("report-orphan-question", { wording: wording ?? id, conclusion: conclusion ?? "" }),
    ),
  ];
}
