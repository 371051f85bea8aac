/**
 * Keeps the whole guide on the device, once somebody has asked for it: only offline.js registers it.
 *
 * Each build has a worker and a cache of its own. The browser installs a worker only when every file is there and is
 * the one that was published; a download that is cut short goes on where it ended, and until then the build before it
 * answers (https://www.w3.org/TR/service-workers/#service-worker-lifetime).
 */

const BUILD = ""; // written by macros/offline.py
const SCOPE = registration.scope;
const CACHE = `${SCOPE} ${BUILD}`; // sites under one address share caches; a scope is one site's alone

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(dropOlder()));
addEventListener("message", () => skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(request));
});

async function store() {
  const answered = await fetch(new URL("offline.json", SCOPE), { cache: "no-cache" });
  const { build, files } = await answered.json();
  if (build !== BUILD) throw new Error(`offline.json: expected the build ${BUILD}, got ${build}`);
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(files).map(([path, hash]) => storeFile(cache, path, hash)));
}

async function storeFile(cache, path, hash) {
  const url = new URL(path, SCOPE);
  if (await cache.match(url)) return;
  const response = await fetch(url, { cache: "no-cache" });
  const body = await response.arrayBuffer();
  const found = await hashOf(body);
  if (found !== hash) throw new Error(`${url}: expected the published file, SHA-256 ${hash}, got ${found}`);
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding"); // the body is no longer compressed
  headers.delete("Content-Length");
  await cache.put(url, new Response(body, { headers })); // a new one: a redirected answer would not open as a page
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

async function answer(request) {
  const isPage = request.mode === "navigate";
  if (isPage && (await giveWay())) return new Response("", { headers: { Refresh: "0" } });
  const url = request.url.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");
  const found = await kept(url);
  if (found) return found;
  if (isPage && (await kept(`${url}/`))) return Response.redirect(`${url}/`);
  try {
    return await fetch(request);
  } catch (error) {
    const notFound = isPage && (await kept(new URL("404.html", SCOPE)));
    if (!notFound) throw error;
    return new Response(notFound.body, { status: 404, headers: notFound.headers });
  }
}

/** Unlike `open`, this does not make the cache anew once it has been removed. */
const kept = (url) => caches.match(url, { cacheName: CACHE });

/**
 * Lets a newer worker that is ready take over as the only page that is in use goes to another. The browser alone
 * would wait until no page is open at all. The answer then asks for the page once more, from the newer worker.
 */
async function giveWay() {
  if (!registration.waiting) return false;
  const pages = await clients.matchAll({ type: "window" });
  if (pages.length > 1 || pages.some(({ visibilityState }) => visibilityState === "hidden")) return false;
  registration.waiting.postMessage("take over");
  return true;
}
