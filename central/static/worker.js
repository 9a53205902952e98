// Keeps the page on the phone, so that a receipt or a passport opens without a connection. It never sees one: fragments stay in the page.

const CACHE = "papers-2";
const FILES = [
  "./", "receipt.css", "page.js", "elements.js", "receipt.js", "link.js", "passport.js", "passport_link.js", "words.js", "code128.js", "mark.svg", "link_1.txt",
  "link_2.txt", "keys.json",
];
const PATIENCE_MS = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const others = (names) => names.filter((name) => name !== CACHE).map((name) => caches.delete(name));
  event.waitUntil(caches.keys().then((names) => Promise.all(others(names))).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(fresh(event.request));
});

// What central has now; what was kept when it does not answer in time.
async function fresh(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}
