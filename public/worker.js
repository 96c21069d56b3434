// Lets assessors read on without a connection: while the network answers, it answers; when it does not, the page that
// the questionnaire has kept (app/routes/assess-layout/kept-pages.ts) does. It keeps nothing itself.
const SERVED = /^\/(assess(\/|\.data$|$)|assets\/|__manifest$)/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const { origin, pathname } = new URL(url);
  const ours = method === "GET" && origin === location.origin && SERVED.test(pathname);
  if (ours && headers.get("Accept") !== "text/event-stream") event.respondWith(answer(event.request));
});

async function answer(request) {
  const response = await fetch(request).catch(() => null);
  // A proxy whose server is away says so itself.
  if (response && response.status < 502) return response;
  const kept = (url) => caches.match(url, { ignoreSearch: true, ignoreVary: true });
  const page = await kept(request);
  if (page) return page;
  // A page that is not kept gives way to the list of tasks.
  if (request.mode === "navigate" && (await kept("/assess"))) return Response.redirect("/assess");
  return response ?? Response.error();
}
