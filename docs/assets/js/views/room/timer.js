/** How much time is left for a question, for those who want it: without alarm, and nothing happens at its end. */

import { announce } from "../../page/announce.js";
import { messageText, show } from "../../page/messages.js";
import { onClick } from "../../page/on-click.js";
import { extended, isMoment, leftOf, paused, resumed, saying, started, timerFrom } from "../../room/timer.js";

const SECOND = 1000; // milliseconds

/**
 * @param {HTMLElement} root  holds the line with the time left and the dialog with the settings
 * @param {import("../../store/store.js").Store} store
 */
export function mount(root, store) {
  const parts = ["dialog", "select", "[data-shown]", "[data-restarts]"];
  const [dialog, minutes, shown, restarts] = parts.map((part) => root.querySelector(part));
  let before = null;

  const timerNow = () => timerFrom(store.device("timer", store.review));
  const note = (timer) => store.setDevice("timer", timer, store.review);
  const change = (act) => {
    note(act(timerNow(), Date.now()));
    dialog.close();
  };
  const render = () => {
    const timer = timerNow();
    const left = timer && leftOf(timer, Date.now());
    renderTimer(root, timer, left);
    if (before !== null && timer?.endsAt && isMoment(before, left)) announce(sayingOf(left));
    before = left;
  };
  const start = (count) => {
    change((_, now) => started(count, now, restarts.checked));
    announce(messageText("timer-started", { count }));
  };
  onClick(root, {
    settings: () => showSettings(dialog, { minutes, restarts }, timerNow()),
    start: () => start(Number(minutes.value)),
    "start-step": (button) => start(Number(button.dataset.minutes)),
    pause: () => change(paused),
    resume: () => change(resumed),
    extend: () => change(extended),
    stop: () => change(() => null),
  });
  shown.addEventListener("change", () => note({ ...timerNow(), isShown: shown.checked }));
  restarts.addEventListener(
    "change",
    () => timerNow() && note({ ...timerNow(), restarts: restarts.checked }),
  );
  store.subscribe(["device"], render);
  setInterval(render, SECOND);
  render();
}

function sayingOf(left) {
  const [name, count] = saying(left);
  return messageText(name, { count });
}

function showSettings(dialog, { minutes, restarts }, timer) {
  if (timer) restarts.checked = timer.restarts === true;
  if (minutes.querySelector(`[value="${timer?.minutes}"]`)) minutes.value = timer.minutes;
  dialog.showModal();
}

function renderTimer(root, timer, left) {
  root.querySelector("[data-started]").hidden = !timer;
  root.querySelector("[data-strip]").hidden = !timer?.isShown;
  if (!timer) return;
  const isPaused = timer.endsAt === null;
  for (const place of root.querySelectorAll("[data-strip], [data-left]")) {
    show(place, isPaused ? "timer-paused" : "timer-running", { left: sayingOf(left) });
  }
  const toggle = root.querySelector("[data-toggle]");
  show(toggle, isPaused ? "timer-continue" : "timer-pause");
  toggle.dataset.act = isPaused ? "resume" : "pause";
  root.querySelector("[data-shown]").checked = timer.isShown;
}
