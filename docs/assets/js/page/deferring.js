/** Rendering that is put off, so that many changes are shown at once. */

/**
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
