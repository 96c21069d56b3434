import type { Seat } from "./outbox-store";

/** Pages are kept by member; of another member's none stay. */
const PREFIX = "selaras-pages:";

type Manifest = {
  version: string;
  routes: Record<string, { module: string; imports?: string[]; css?: string[] }>;
};

/**
 * Keeps the pages of the questionnaire, and what they are drawn with, for the time without a connection; once the
 * browser has nothing better to do. A worker (public/worker.js) gives them out when the network does not answer.
 * Needs https; without it, or without room, answers still wait here, only going on to other pages takes a connection.
 */
export function keepPages(memberId: string, tasks: Seat["tasks"]): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator) || !("caches" in window)) return;
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1000));
  idle(() => {
    fill(PREFIX + memberId, tasks).catch(() => {
      // Out of reach or out of room: what could be kept is kept.
    });
  });
}

async function fill(name: string, tasks: Seat["tasks"]): Promise<void> {
  await navigator.serviceWorker.register("/worker.js", { scope: "/assess" });
  for (const other of await caches.keys())
    if (other.startsWith(PREFIX) && other !== name) await caches.delete(other);
  const pages = ["/assess", "/assess/check", ...tasks.map(({ key }) => `/assess/functions/${key}`)];
  const { version, routes } = (window as unknown as { __remixManifest: Manifest }).__remixManifest;
  const discovered = `/__manifest?${new URLSearchParams([...pages.map((page) => ["p", page]), ["version", version]])}`;
  const patches = (await (await fetch(discovered)).json()) as Manifest["routes"];
  // The page's import map says which file stands for which.
  const map = document.querySelector("script[type=importmap]")?.textContent;
  const { imports } = (map ? JSON.parse(map) : { imports: {} }) as { imports: Record<string, string> };
  const modules = Object.entries({ ...routes, ...patches })
    .filter(([id]) => id.startsWith("routes/assess"))
    .flatMap(([, route]) => [route.module, ...(route.imports ?? []), ...(route.css ?? [])])
    .map((file) => imports[file] ?? file);
  const loaded = performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"))
    .map(({ pathname }) => pathname);
  const cache = await caches.open(name);
  const data = pages.map((page) => `${page}.data`);
  const documents = ["/assess", location.pathname].filter((page) => pages.includes(page));
  await cache.addAll(
    new Set([...documents, ...data, discovered, ...modules, ...loaded]) as unknown as string[],
  );
}

/** Lets go of every page that is kept, whoever for. */
export async function dropPages(): Promise<void> {
  if (!("caches" in window)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
  const registration = await navigator.serviceWorker?.getRegistration("/assess");
  await registration?.unregister();
}
