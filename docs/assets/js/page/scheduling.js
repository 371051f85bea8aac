/** When work on the page is done, so that a device that is slow answers in between. */

/**
 * Rendering that is put off, so that many changes are shown at once.
 *
 * @param {() => void} render
 * @param {(act: () => void) => unknown} schedule  `requestAnimationFrame`: once a frame at most, as where a loaded copy
 *   changes thousands of records. `setTimeout`: in a task of its own, as where every answer is read and a tick is shown first
 * @returns {{now: () => void, soon: () => void, settle: () => void}} renders at once, or once for all that is asked until
 *   then; settle renders what is put off
 */
export function deferring(render, schedule) {
  let isWaiting = false;
  const now = () => {
    isWaiting = false;
    render();
  };
  const settle = () => {
    if (isWaiting) now();
  };
  const soon = () => {
    if (!isWaiting) schedule(settle);
    isWaiting = true;
  };
  return { now, soon, settle };
}

/**
 * Does the same work on many things, so many in one task: on a long page the browser can answer in between
 * (https://www.w3.org/TR/longtasks-1/). The first part is done at once.
 *
 * @template T
 * @param {T[]} things
 * @param {number} atOnce
 * @param {(thing: T) => void} work
 * @param {() => void} [done]
 * @returns {() => void} leaves the rest undone
 */
export function inBatches(things, atOnce, work, done = () => {}) {
  let later = 0;
  const go = (from) => {
    things.slice(from, from + atOnce).forEach(work);
    if (from + atOnce < things.length) later = setTimeout(go, 0, from + atOnce);
    else done();
  };
  go(0);
  return () => clearTimeout(later);
}
