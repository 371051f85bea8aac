/** The guide stored on this device for use offline: only when asked for, looked at, removed. */

const ROOT = new URL("../../../", import.meta.url); // of the site
const WRONG = new URL("offline.json?wrong", ROOT).href; // as the worker notes it
const WORKER = new URL("service-worker.js", ROOT).href;
let policy;

/** @returns {boolean} browsers leave it out in some private windows, and where a site is served without HTTPS */
export const isPossible = () => "serviceWorker" in navigator && "caches" in globalThis;

/** @returns {Promise<"none"|"stored"|"newer">} "newer" when a newer version is stored too, and waits to be used */
export async function offlineState() {
  const registration = await registered();
  if (registration?.waiting && registration.active) return "newer";
  return registration?.active ? "stored" : "none";
}

/** @returns {Promise<number>} bytes */
export async function sizeOfGuide() {
  const answer = await fetch(new URL("offline.json", ROOT));
  return (await answer.json()).bytes;
}

/**
 * @returns {Promise<void>} settled once every file is there
 * @throws {Error} when one could not be fetched or stored; nothing is stored then. Where what the host sent is not the
 *   file that was published, `file` says which
 */
export async function storeOffline() {
  try {
    await install();
  } catch (error) {
    const answer = await caches.match(WRONG).catch(() => null);
    const file = await answer?.text();
    if ((await offlineState()) === "none") await removeOffline();
    throw Object.assign(error, { file });
  }
}

async function install() {
  const registration = await navigator.serviceWorker.register(workerUrl(), { scope: ROOT.href });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error(`${WORKER}: expected every file, got some`));
    };
    worker.onstatechange = look;
    look();
  });
}

/** Fetches a newer version, where there is one. */
export const renewOffline = async () => (await registered())?.update();

/** Removes the guide from this device, as far as the browser let it be stored. */
export async function removeOffline() {
  if (!isPossible()) return;
  await (await registered())?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(`${ROOT} `));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** A site above ours in the same host's folders would answer for us. */
async function registered() {
  const found = await navigator.serviceWorker?.getRegistration(ROOT.href);
  return found?.scope === ROOT.href ? found : null;
}

/** The page's policy refuses any text as the address of a script, but for one that a named policy vouches for. */
function workerUrl() {
  policy ??= globalThis.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => WORKER });
  return policy?.createScriptURL("") ?? WORKER;
}
