import { SIZES } from "~/use-cases/companies";
import { SORTS } from "~/use-cases/portfolio";
import type { View } from "./view-address";

/** Reads the view from the query of an address; what is unknown there asks for nothing. */
export function readView(query: URLSearchParams): View {
  const text = (name: string) => query.get(name)?.trim().slice(0, 200) || null;
  const whole = (name: string) => (/^\d{1,6}$/.test(query.get(name) ?? "") ? Number(query.get(name)) : null);
  const sort = query.get("sort");
  return {
    filter: {
      search: text("search"),
      industry: text("industry"),
      size: SIZES.find((size) => size === query.get("size")) ?? null,
      country: text("country"),
      tag: text("tag"),
      level: whole("level"),
    },
    sort: {
      key: SORTS.find((key) => key === sort?.replace(/^-/, "")) ?? "name",
      descending: sort?.startsWith("-") ?? false,
    },
    page: whole("page") ?? 1,
    measure: text("measure"),
  };
}
