import { expect, it } from "vitest";
import { readView } from "./read-view.server";
import { isFiltered, sortHref, viewHref } from "./view-address";

const read = (query: string) => readView(new URLSearchParams(query));

it("keeps a view in the address and reads the same view from it", () => {
  const query =
    "search=50%25_a%26b&industry=trade&size=small&country=ID&tag=a+b&level=3&measure=m+1&sort=-level&page=2";
  const view = read(query);
  expect(view).toEqual({
    filter: { search: "50%_a&b", industry: "trade", size: "small", country: "ID", tag: "a b", level: 3 },
    sort: { key: "level", descending: true },
    ...{ page: 2, measure: "m 1" },
  });
  expect(read(viewHref(view).split("?")[1] ?? "")).toEqual(view);
});

it("asks for everything by name where the address says nothing that is known", () => {
  const plain = read("");
  expect(viewHref(plain)).toBe("/companies");
  expect(read("size=giant&sort=luck&page=-1&level=1e3&search=+")).toEqual(plain);
  expect(isFiltered(plain)).toBe(false);
  expect(isFiltered(read("level=0"))).toBe(true);
});

it("orders from the first page, and the other way round when asked again", () => {
  const view = read("search=a&page=3");
  expect(sortHref(view, "level")).toBe("/companies?search=a&sort=level");
  expect(sortHref({ ...view, sort: { key: "level", descending: false } }, "level")).toBe(
    "/companies?search=a&sort=-level",
  );
  expect(sortHref(view, "name")).toBe("/companies?search=a&sort=-name");
});
