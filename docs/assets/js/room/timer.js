/**
 * The timer of the room view. Pure: the time is given.
 *
 * @typedef {object} Timer
 * @property {number} minutes      how many were asked for
 * @property {number|null} endsAt  milliseconds since 1970; null while it is paused
 * @property {number|null} left    milliseconds while it is paused, below 0 after the end; otherwise null
 * @property {boolean} isShown
 * @property {boolean} [restarts]  with each question
 */

const MINUTE = 60_000; // milliseconds
const EXTENSION = 5 * MINUTE;
/** Milliseconds left at which the time is also said to a screen reader. */
const MOMENTS = [5 * MINUTE, MINUTE, 0];

/**
 * @param {any} value  what this device noted, perhaps with another version of the site
 * @returns {Timer|null}
 */
export function timerFrom(value) {
  const isTimed = Number.isFinite(value?.endsAt) !== Number.isFinite(value?.left);
  return isTimed && Number.isFinite(value.minutes) ? value : null;
}

/**
 * @param {number} minutes
 * @param {number} now  milliseconds since 1970
 * @param {boolean} [restarts]
 * @returns {Timer}
 */
export const started = (minutes, now, restarts = false) => ({
  minutes,
  endsAt: now + minutes * MINUTE,
  left: null,
  isShown: true,
  restarts,
});

/**
 * @param {Timer} timer
 * @param {number} now  milliseconds since 1970
 * @returns {Timer} the same time anew; one that is paused stays so
 */
export function restarted(timer, now) {
  const time = timer.minutes * MINUTE;
  return timer.endsAt === null ? { ...timer, left: time } : { ...timer, endsAt: now + time };
}

/**
 * @param {Timer} timer
 * @param {number} now  milliseconds since 1970
 * @returns {number} milliseconds, below 0 after the end
 */
export const leftOf = ({ endsAt, left }, now) => left ?? endsAt - now;

/** @returns {Timer} */
export const paused = (timer, now) => ({ ...timer, endsAt: null, left: leftOf(timer, now) });

/** @returns {Timer} */
export const resumed = (timer, now) => ({ ...timer, endsAt: now + leftOf(timer, now), left: null });

/** @returns {Timer} with 5 minutes more: from now on where the time is up already */
export function extended(timer, now) {
  const left = Math.max(leftOf(timer, now), 0) + EXTENSION;
  return timer.endsAt === null ? { ...timer, left } : { ...timer, endsAt: now + left };
}

/**
 * @param {number} left  milliseconds
 * @returns {[name: string, count: number]} the message that says it, in whole minutes
 */
export function saying(left) {
  if (left >= MINUTE) return ["timer-left", Math.round(left / MINUTE)];
  if (left > 0) return ["timer-last", 1];
  const over = Math.floor(-left / MINUTE);
  return over ? ["timer-over", over] : ["timer-up", 0];
}

/**
 * @param {number} before  milliseconds left when it was looked at last
 * @param {number} left    milliseconds left now
 * @returns {boolean} whether a moment to be said has come
 */
export const isMoment = (before, left) => MOMENTS.some((moment) => before > moment && left <= moment);
