/** The review as a paper. */

import { drawBar } from "../../page/bar-chart.js";
import { guideOfPage } from "../../page/questions.js";
import { inBatches } from "../../page/batches.js";
import { dateText, todayText } from "../../page/dates.js";
import { message, messageText, show } from "../../page/messages.js";
import { readerOf } from "../../store/review.js";
import { reportOf } from "../../report/report.js";

const AT_ONCE = 20; // questions

/**
 * @param {HTMLElement} root
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const guide = guideOfPage();
  const sections = new Map(
    guide.map(({ id }) => [id, root.querySelector(`[data-number][data-question="${CSS.escape(id)}"]`)]),
  );
  const rows = new Map(guide.map(({ id }) => [id, root.querySelector(`[data-glance="${CSS.escape(id)}"]`)]));
  let waiting = 0;

  let stop = () => {};

  const render = () => {
    waiting = 0;
    stop();
    const report = reportOf(readerOf(store.records()), guide, todayText());
    renderHead(root, report);
    renderParts(root, report);
    renderActions(root.querySelector("[data-part=actions]"), report.actions);
    stop = inBatches(report.questions, AT_ONCE, (question) => {
      renderGlance(rows.get(question.id), question);
      renderQuestion(sections.get(question.id), question);
    });
  };
  // Once a frame at most: a loaded copy changes thousands of records at once.
  const soon = () => (waiting ||= requestAnimationFrame(render));
  store.subscribe(["review", "answer", "conclusion", "action", "combined"], soon);
  render();
}

function renderHead(root, { name, heldOn, reviewAgainOn }) {
  for (const place of root.querySelectorAll("[data-open-name]")) place.textContent = name ? `: ${name}` : "";
  const dates = { held: heldOn ? dateText(heldOn) : "", again: reviewAgainOn ? dateText(reviewAgainOn) : "" };
  const known = `${heldOn ? "-held" : ""}${reviewAgainOn ? "-again" : ""}`;
  if (known) show(root.querySelector("[data-when]"), `report-when${known}`, dates);
  else root.querySelector("[data-when]").replaceChildren();
}

function renderGlance(row, question) {
  const {
    status,
    counts: { ticked, unknown, notTicked },
  } = question;
  show(row.querySelector("[data-status]"), `status-${status}`);
  row.querySelector("[data-ticked]").textContent = ticked;
  row.querySelector("[data-unknown]").textContent = unknown;
  row.querySelector("[data-not-ticked]").textContent = notTicked ?? "";
  const bar = row.querySelector(".bar");
  bar.toggleAttribute("hidden", status === "not-started"); // empty, it would say "not ticked"
  drawBar(bar, [ticked, unknown, notTicked ?? 0], question.statements.length);
}

function renderQuestion(section, question) {
  const { state, status, conclusion, parked, statements } = question;
  show(section.querySelector("[data-status]"), "report-status", {
    status: messageText(`status-${status}`),
    parked,
  });
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

const answerName = (answer, state) => {
  if (answer === true) return "ticked";
  if (answer === "unknown") return "unknown";
  return state ? "not-ticked" : "open";
};

function renderActions(part, actions) {
  const table = part.querySelector("table");
  table.hidden = !actions.length;
  part.querySelector("[data-empty]").hidden = actions.length > 0;
  table.tBodies[0].replaceChildren(...actions.map(actionRow));
}

function actionRow({ what, owner, dueOn, isDone, isOverdue, number }) {
  const row = message("report-action").querySelector("tr");
  const cells = { what, owner, due: dueOn ? dateText(dueOn) : "", question: number ?? "" };
  for (const [name, text] of Object.entries(cells))
    row.querySelector(`[data-cell=${name}]`).textContent = text;
  row.querySelector("[data-done]").hidden = !isDone;
  row.querySelector("[data-overdue]").hidden = !isOverdue;
  return row;
}

function renderParts(root, { parked, reworded, orphans }) {
  renderList(
    root,
    "parked",
    parked.map(({ number, ask }) => message("report-parked", { number, ask })),
  );
  renderList(
    root,
    "reworded",
    reworded.map(({ text, wording }) => message("report-reworded", { text, wording })),
  );
  renderList(root, "orphans", [
    ...orphans.answers.map(({ id, answer, evidence, wording }) =>
      message(`report-orphan-${answerName(answer, true)}`, {
        wording: wording ?? id,
        evidence: evidence ?? "",
      }),
    ),
    ...orphans.conclusions.map(({ id, conclusion, wording }) =>
      message("report-orphan-question", { wording: wording ?? id, conclusion: conclusion ?? "" }),
    ),
  ]);
}

function renderList(root, name, items) {
  const part = root.querySelector(`[data-part=${name}]`);
  part.hidden = !items.length;
  part.querySelector("ul").replaceChildren(...items);
}
