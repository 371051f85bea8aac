/**
 * Keeps the screen on where the browser allows it. A browser lets go whenever the page is out of sight:
 * https://www.w3.org/TR/screen-wake-lock/
 *
 * @param {(isHeld: boolean) => void} tell  called at once, and whenever it changes
 */
export function holdWakeLock(tell) {
  const ask = async () => {
    if (document.visibilityState !== "visible") return;
    const lock = await navigator.wakeLock?.request("screen").catch(() => null);
    lock?.addEventListener("release", () => tell(false));
    tell(Boolean(lock));
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}
