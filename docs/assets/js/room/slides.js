/**
 * Which slides the room shows: an opening, and then the questions to discuss. Pure.
 *
 * @typedef {object} Slide
 * @property {string} [previous]  the slide before, where there is one
 * @property {string} [next]      the slide after, where there is one
 * @property {number} place       among the questions to discuss, from 1; 0 for any other slide
 * @property {number} count       how many questions are to be discussed
 */

/** The opening slide: no question's id is empty. */
export const OPENING = "";

/**
 * @param {string[]} order        ids of all questions, in the order of the room
 * @param {string[]|null} picked  those to discuss; none of this guide's: all of them
 * @returns {string[]} ids of the questions to discuss, in the order of the room
 */
export function toDiscuss(order, picked) {
  const found = order.filter((id) => picked?.includes(id));
  return found.length ? found : order;
}

/**
 * @param {string[]} order
 * @param {string[]|null} picked
 * @param {string} current  the slide that is shown: a question that is not picked stands at its place in the order
 * @returns {Slide}
 */
export function slideAt(order, picked, current) {
  const chosen = toDiscuss(order, picked);
  const slides = [OPENING, ...order.filter((id) => id === current || chosen.includes(id))];
  const at = slides.indexOf(current);
  return {
    previous: slides[at - 1],
    next: slides[at + 1],
    place: chosen.indexOf(current) + 1,
    count: chosen.length,
  };
}
