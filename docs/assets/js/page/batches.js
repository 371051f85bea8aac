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
