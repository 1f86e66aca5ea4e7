// @ts-check
// The service worker: it keeps one build of the site whole, and pages read from that until all of them are closed.

/** @type {{ build: string, files: string[] }} */
const { build, files } = JSON.parse(`{{kept}}`);
const scope = new URL("./", location.href).href;
const [ours, current] = [`biggerpie ${scope} `, `biggerpie ${scope} ${build}`];

addEventListener("install", (/** @type {any} */ event) => {
  // A page has the same name in every build, and the browser may still have an older one of that name.
  const asked = files.map((file) => new Request(file, { cache: file.startsWith("files-") ? "default" : "no-cache" }));
  event.waitUntil(caches.open(current).then((cache) => cache.addAll(asked)));
});

addEventListener("activate", (/** @type {any} */ event) => {
  const older = (/** @type {string} */ other) => other.startsWith(ours) && other !== current;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(older).map((other) => caches.delete(other)))));
});

addEventListener("fetch", (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(scope)) return;
  const page = url.pathname.endsWith("/") ? new URL("index.html", url).href : event.request;
  const kept = caches.open(current).then((cache) => cache.match(page, { ignoreSearch: true }));
  event.respondWith(kept.then((found) => found ?? fetch(event.request)));
});
