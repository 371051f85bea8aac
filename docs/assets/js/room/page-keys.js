/**
 * Which way a key leads through the questions of the room view. A presentation remote control sends Page Up and
 * Page Down, or arrows. Pure: no document.
 */

const WAYS = { PageDown: 1, ArrowRight: 1, ArrowDown: 1, PageUp: -1, ArrowLeft: -1, ArrowUp: -1 };

/** Where these keys have a meaning already. A tick box has none for them: the remote control works after a tick. */
const FIELDS = "textarea, select, input:not([type=checkbox]), [contenteditable], dialog, dialog *";

/**
 * @param {Pick<KeyboardEvent, "key"|"altKey"|"ctrlKey"|"metaKey"|"shiftKey"|"target">} event
 * @returns {1|-1|0} onwards, back, or neither: another key, one with a modifier key, one inside a field
 */
export function wayOf({ key, altKey, ctrlKey, metaKey, shiftKey, target }) {
  if (!Object.hasOwn(WAYS, key) || altKey || ctrlKey || metaKey || shiftKey) return 0;
  return target.matches?.(FIELDS) ? 0 : WAYS[key];
}
