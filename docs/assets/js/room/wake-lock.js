/**
 * Keeps the screen on where the browser allows it. A browser lets go whenever the page is out of sight:
 * https://www.w3.org/TR/screen-wake-lock/
 *
 * @param {(isHeld: boolean) => void} tell  called at once, and whenever it changes
 * @returns {() => void} ends it
 */
export function holdWakeLock(tell) {
  let lock = null;
  let hasEnded = false;

  const ask = async () => {
    if (document.visibilityState !== "visible") return;
    lock = await navigator.wakeLock?.request("screen").catch(() => null);
    if (hasEnded) lock?.release();
    lock?.addEventListener("release", () => tell(false));
    tell(Boolean(lock));
  };
  document.addEventListener("visibilitychange", ask);
  ask();
  return () => {
    hasEnded = true;
    document.removeEventListener("visibilitychange", ask);
    lock?.release();
  };
}
