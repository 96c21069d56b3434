import { expect, it } from "vitest";
import { routePatterns } from "./route-patterns";

const routes = {
  root: { id: "root", path: "" },
  app: { id: "app", parentId: "root" },
  home: { id: "home", parentId: "app", index: true },
  company: { id: "company", parentId: "app", path: "companies/:companyId" },
  create: { id: "create", parentId: "app", path: "companies/new" },
  figure: { id: "figure", parentId: "company", path: "figures/:figure.svg" },
  rest: { id: "rest", parentId: "root", path: "*" },
};
const patternOf = routePatterns({ routes } as unknown as Parameters<typeof routePatterns>[0]);

it.each([
  ["/", "/"],
  ["/_root.data", "/"],
  ["/companies/0b2e", "/companies/:companyId"],
  ["/companies/0b2e.data", "/companies/:companyId"],
  ["/companies/0b2e/", "/companies/:companyId"],
  ["/companies/new", "/companies/new"],
  ["/companies/a/b", "other"],
  ["/wp-login.php", "other"],
  ["/companiesXnew", "other"],
])("calls %s the route %s", (path, pattern) => {
  expect(patternOf(path)).toBe(pattern);
});
