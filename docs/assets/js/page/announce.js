const PAUSE = 700; // milliseconds without news, before a screen reader is told
let waiting = [];
let timer;

/**
 * Says things to a screen reader, once there is a pause, and never over each other
 * (WCAG 4.1.3, https://www.w3.org/WAI/WCAG22/Understanding/status-messages).
 *
 * @param {string} text
 */
export function announce(text) {
  waiting = [...waiting.filter((earlier) => earlier !== text), text];
  clearTimeout(timer);
  timer = setTimeout(say, PAUSE);
}

function say() {
  const region = document.querySelector("[data-announce]");
  const texts = waiting.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  region?.replaceChildren(...texts);
  waiting = [];
}
