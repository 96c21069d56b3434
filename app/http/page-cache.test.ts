import { expect, it } from "vitest";
import { PageCache, ROOM } from "./page-cache";
import { templateOf } from "./page-template";

const page = (html: string) => ({ template: templateOf({ html, script: "" }, {}), headers: [] });

/** A page that has come often enough to be kept. */
function keep(cache: PageCache, tag: string, html = tag) {
  cache.offer(tag, page(html));
  cache.offer(tag, page(html));
}

it("keeps a page that comes a second time, and no other", () => {
  const cache = new PageCache();
  cache.offer("once", page("once"));
  keep(cache, "twice");
  expect(cache.get("once")).toBeUndefined();
  expect(cache.get("twice")?.template.size).toBe(5);
});

it("lets go of what was not asked for longest once there is no room", () => {
  const cache = new PageCache();
  const long = "x".repeat(0.4 * ROOM);
  keep(cache, "a", long);
  keep(cache, "b", long);
  cache.get("a");
  keep(cache, "c", long);
  expect(["a", "b", "c"].filter((tag) => cache.get(tag))).toEqual(["a", "c"]);
});

it("lets nothing go for a page that there is no room for", () => {
  const cache = new PageCache();
  keep(cache, "a");
  keep(cache, "b", "x".repeat(ROOM + 1));
  expect(["a", "b"].filter((tag) => cache.get(tag))).toEqual(["a"]);
});

it("counts a page that is kept again once", () => {
  const cache = new PageCache();
  const long = "x".repeat(0.4 * ROOM);
  keep(cache, "a", long);
  for (let times = 0; times < 4; times++) keep(cache, "b", long);
  expect(cache.get("a")).toBeDefined();
});
