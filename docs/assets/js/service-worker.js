/**
 * Stores the whole guide on the device, once a person has asked for it: only site/offline.js registers it.
 *
 * Each build has a worker and a cache of its own. The browser installs a worker only when every file is there and is
 * the one that was published; a download that is cut short goes on where it ended, and until then the build before it
 * answers (https://www.w3.org/TR/service-workers/#service-worker-lifetime).
 */

const BUILD = ""; // written by macros/site/offline_files.py
const SCOPE = registration.scope;
const CACHE = `${SCOPE} ${BUILD}`; // sites under one address share caches; a scope is one site's alone
const WRONG = new URL("offline.json?wrong", SCOPE); // in the cache: which file was not the published one
const NOT_NEEDED = /\.webmanifest$/; // some hosts do not serve it, and every page opens without
const ANSWER_TIME = 1000; // milliseconds
// Firefox and WebKit never name the page that is left. Chromium alone has this: https://wicg.github.io/ua-client-hints/
const isChromium = "userAgentData" in navigator;
let used = CACHE; // a newer one, once this worker makes way

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(dropOlder()));
addEventListener("message", (event) => {
  event.ports[0].postMessage(CACHE);
  event.waitUntil(skipWaiting());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(event));
});

async function store() {
  const answered = await fetch(new URL("offline.json", SCOPE), { cache: "no-cache" });
  const { build, files } = await answered.json();
  if (build !== BUILD) throw new Error(`offline.json: expected the build ${BUILD}, got ${build}`);
  const cache = await caches.open(CACHE);
  await cache.delete(WRONG);
  await Promise.all(Object.entries(files).map(([path, hash]) => storeFile(cache, path, hash)));
}

async function storeFile(cache, path, hash) {
  const url = keyOf(new URL(path, SCOPE));
  if (await cache.match(url)) return;
  // What stands between may not change a byte: https://www.rfc-editor.org/rfc/rfc9111#section-5.2.1.6
  const response = await fetch(url, { cache: "no-cache", headers: { "Cache-Control": "no-transform" } });
  const body = await response.arrayBuffer();
  const found = await hashOf(body);
  if (found !== hash) {
    if (NOT_NEEDED.test(path)) return;
    await cache.put(WRONG, new Response(path));
    throw new Error(`${url}: expected the published file, SHA-256 ${hash}, got ${found}`);
  }
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding"); // the body is no longer compressed
  headers.delete("Content-Length");
  await cache.put(url, new Response(body, { headers })); // a new one: a redirected answer would not open as a page
}

/** One address for a file, whichever of its characters the page has encoded. */
function keyOf(url) {
  const { origin, pathname } = new URL(url);
  try {
    return origin + pathname.split("/").map(decodeURIComponent).map(encodeURIComponent).join("/");
  } catch {
    return url; // "%" alone means nothing: no file of ours has such an address
  }
}

async function hashOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(`${SCOPE} `) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function answer({ request, clientId }) {
  const isPage = request.mode === "navigate";
  if (isPage && (await mayMakeWay(clientId))) await makeWay(registration.waiting);
  const url = keyOf(request.url).replace(/\/index\.html$/, "/");
  const found = await cached(url);
  if (found) return found;
  if (isPage && (await cached(`${url}/`))) return Response.redirect(`${url}/`);
  try {
    return await fetch(request);
  } catch (error) {
    const notFound = isPage && (await cached(new URL("404.html", SCOPE)));
    if (!notFound) throw error;
    return new Response(notFound.body, { status: 404, headers: notFound.headers });
  }
}

/** Unlike `open`, this does not make the cache anew once it has been removed. */
const cached = (url) => caches.match(keyOf(url), { cacheName: used });

/**
 * Whether a newer version is whole, and no page is in use but the one that is about to be left for another.
 *
 * @param {string} left  the page that the new one takes the place of: Chromium names it, and names none for a new tab
 */
async function mayMakeWay(left) {
  if (!registration.waiting) return false;
  const [page, ...others] = await clients.matchAll({ type: "window" });
  if (!page) return true;
  return others.length === 0 && (isChromium ? page.id === left : page.visibilityState === "visible");
}

/**
 * Lets a newer worker take over. By itself the browser waits until no page is open at all, which on a tablet can be
 * never. This page and what it loads come from the newer cache at once, whichever worker is asked for them.
 */
async function makeWay(newer) {
  const { port1, port2 } = new MessageChannel();
  const named = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  const tooLate = new Promise((resolve) => setTimeout(resolve, ANSWER_TIME, CACHE));
  newer.postMessage("take over", [port2]);
  used = await Promise.race([named, tooLate]);
}
