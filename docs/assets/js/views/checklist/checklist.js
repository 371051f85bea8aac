/** The boxes: what is ticked goes to the store, what the store holds is ticked. */

import { announce } from "../../page/announce.js";
import { message, messageText } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { inBatches } from "../../page/scheduling.js";
import { DONE, isReworded, wordingOf } from "../../store/review.js";

const AT_ONCE = 250; // statements and questions
const BOXES = "[data-statement] input, .checkbox--state input";

/**
 * @param {HTMLElement} root  holds a fieldset for each question
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const statements = new Map(
    [...root.querySelectorAll("[data-statement]")].map((row) => [row.dataset.statement, row]),
  );
  const questions = new Map(
    [...root.querySelectorAll("[data-question]")].map((set) => [set.dataset.question, set]),
  );

  let stop = () => {};

  const renderOne = (id) => {
    if (statements.has(id)) renderStatement(statements.get(id), store);
    if (questions.has(id)) renderQuestion(questions.get(id), store);
  };
  const render = (isChanged) => {
    const changed = [...statements.keys(), ...questions.keys()].filter(isChanged);
    if (changed.length <= AT_ONCE) return changed.forEach(renderOne);
    stop();
    stop = inBatches(changed, AT_ONCE, renderOne);
  };
  onClick(root, {
    "confirm-wording": (button) => confirmWording(button.closest("[data-statement]"), store),
  });

  root.addEventListener("change", ({ target }) => {
    if (target.matches(BOXES)) store.set(boxChanges(target, store.whose));
  });
  store.subscribe(["answer", "conclusion"], render);
  saveEarly(root, store);
  render(() => true);
}

/** A box that was ticked before the script had started counts too: no box comes ticked. */
function saveEarly(root, store) {
  const early = [...root.querySelectorAll(BOXES)].filter((box) => box.checked);
  if (early.length) store.set(early.flatMap((box) => boxChanges(box, store.whose)));
}

const boxesOf = (row) => row.querySelectorAll("input");

function boxChanges(box, whose) {
  const row = box.closest("[data-statement]");
  return row
    ? answerChanges(row, box, whose)
    : stateChanges(box.closest("[data-question]"), box.checked, whose);
}

function answerChanges(row, box, whose) {
  const [tick, unknown] = boxesOf(row);
  const other = box === tick ? unknown : tick;
  if (box.checked && other.checked)
    announce(messageText(other === tick ? "tick-removed" : `unknown-removed-${whose}`));
  const value = box.checked ? (box === tick ? true : "unknown") : null;
  const id = row.dataset.statement;
  return [
    { kind: "answer", id, field: "answer", value },
    { kind: "answer", id, field: "wording", value: value && wordingOf(row.dataset, whose) },
  ];
}

function stateChanges(set, checked, whose) {
  const id = set.dataset.question;
  const wording = set.dataset.ask;
  return [
    { kind: "conclusion", id, field: "state", value: checked ? DONE[whose] : null },
    { kind: "conclusion", id, field: "wording", value: checked ? wording : null },
  ];
}

function renderStatement(row, store) {
  const id = row.dataset.statement;
  const answer = store.get("answer", id, "answer");
  const [tick, unknown] = boxesOf(row);
  tick.checked = answer === true;
  unknown.checked = answer === "unknown";
  const wording = store.get("answer", id, "wording");
  const isOld =
    answer !== null && wording !== null && isReworded(wording, wordingOf(row.dataset, store.whose));
  const note = row.querySelector(".reworded");
  if (isOld && !note) row.append(message("reworded", { wording }));
  if (!isOld) note?.remove();
}

function confirmWording(row, store) {
  const [tick] = boxesOf(row);
  const value = wordingOf(row.dataset, store.whose);
  store.set([{ kind: "answer", id: row.dataset.statement, field: "wording", value }]);
  tick.focus(); // the button that had it is gone
}

function renderQuestion(set, store) {
  const state = store.get("conclusion", set.dataset.question, "state");
  set.querySelector(".checkbox--state input").checked = state !== null;
}
