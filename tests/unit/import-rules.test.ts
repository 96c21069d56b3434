import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inRepository } from "../support/root";
import { put, temporaryFolder } from "../support/temporary-folder";

type Case = [file: string, code: string];

const imported = (name: string) => `import { x } from "${name}";\n\nx();\n`;

/** What the house forbids. */
const FORBIDDEN: Case[] = [
  ["rubric/scoring/react.ts", imported("react")],
  ["rubric/scoring/node.ts", imported("node:fs")],
  ["rubric/scoring/app.ts", imported("~/env.server")],
  ["rubric/scoring/store.ts", imported("#db/client")],
  ["rubric/scoring/store-by-path.ts", imported("../../db/client")],
  ["rubric/scoring/drizzle.ts", imported("drizzle-orm")],
  ["rubric/scoring/clock.ts", "export const now = new Date();\n"],
  ["db/app.ts", imported("~/tokens.server")],
  ["db/app-by-path.ts", imported("../app/tokens.server")],
  ["db/react.ts", imported("react")],
  ["db/scoring.ts", imported("#rubric/scoring/score")],
  ["app/use-cases/request.ts", imported("~/http/guards")],
  ["app/use-cases/request-by-path.ts", imported("../http/guards")],
  ["app/use-cases/page.ts", imported("~/routes/home/route")],
  ["app/use-cases/part.ts", imported("~/ui/button")],
  ["app/use-cases/react.ts", imported("react")],
  ["app/use-cases/remix.ts", imported("@remix-run/node")],
  ["app/use-cases/query.ts", imported("drizzle-orm")],
  ["app/use-cases/respond.ts", 'export const answer = () => new Response("x");\n'],
  ["app/use-cases/environment.ts", "export const port = process.env.PORT;\n"],
  ["app/access/store.ts", imported("better-sqlite3")],
  ["app/access/use-case.ts", imported("~/use-cases/companies")],
  ["app/ui/store.tsx", imported("#db/schema")],
  ["app/ui/store-by-path.tsx", imported("../../db/schema")],
  ["app/ui/drizzle.tsx", imported("drizzle-orm/sqlite-core")],
  ["app/ui/use-case.tsx", imported("~/use-cases/companies")],
  ["app/ui/remix.tsx", imported("@remix-run/react")],
  ["app/report/figures/store.tsx", imported("#db/schema")],
  ["app/report/figures/remix.tsx", imported("@remix-run/react")],
  ["app/routes/x/store.tsx", imported("#db/companies")],
  ["app/routes/x/store-by-path.tsx", imported("../../../db/companies")],
  ["app/routes/x/drizzle.tsx", imported("drizzle-orm")],
  ["app/routes/x/environment.tsx", "export const port = process.env.PORT;\n"],
  ["app/http/page.ts", imported("~/routes/home/route")],
  ["app/http/environment.ts", "export const all = (read: (env: object) => void) => read(process.env);\n"],
  ["app/anything.server.ts", imported("@remix-run/node")],
  ["app/cli/page.ts", imported("~/routes/home/route")],
];

/** What the house lives on: if these were refused, the rules above would prove nothing. */
const ALLOWED: Case[] = [
  ["rubric/scoring/deeper/neighbours.ts", imported("../level")],
  ["rubric/schema-like.ts", imported("zod")],
  ["db/query.ts", imported("drizzle-orm")],
  ["db/types.ts", imported("#rubric/schema")],
  ["app/use-cases/store.ts", imported("#db/companies")],
  ["app/use-cases/scoring.ts", imported("#rubric/scoring/score")],
  ["app/routes/x/route.tsx", imported("~/use-cases/companies")],
  ["app/routes/x/remix.tsx", imported("@remix-run/react")],
  ["app/routes/x/respond.tsx", 'export const answer = () => new Response("x");\n'],
  ["app/http/respond.ts", 'export const answer = () => new Response("x");\n'],
  ["app/http/store.ts", imported("#db/client")],
  ["app/env.server.ts", "export const port = process.env.PORT;\n"],
  ["scripts/any.mjs", "export const port = process.env.PORT;\n"],
];

const RULES = ["noRestrictedImports", "noRestrictedGlobals", "noProcessEnv"];

/** Runs the linter with the repository's own rules over a tree of its own; the files that broke an import rule. */
function filesThatBreakRules(cases: Case[]): string[] {
  const folder = temporaryFolder();
  const config = JSON.parse(readFileSync(inRepository("biome.json"), "utf8"));
  put(folder, "biome.json", JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }));
  for (const [file, code] of cases) put(folder, file, code);
  const { stdout } = spawnSync(
    inRepository("node_modules/.bin/biome"),
    ["lint", "--reporter=json", "--max-diagnostics=1000"],
    { cwd: folder, encoding: "utf8" },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; severity: string; location: { path: string } }[];
  };
  const broken = diagnostics.filter(
    ({ category, severity }) => severity === "error" && RULES.some((rule) => category.endsWith(rule)),
  );
  return [...new Set(broken.map(({ location }) => location.path))].sort();
}

it("refuses every import across a border of the house, and none inside it", () => {
  const broken = filesThatBreakRules([...FORBIDDEN, ...ALLOWED]);
  expect(broken).toEqual(FORBIDDEN.map(([file]) => file).sort());
});

it("keeps randomness out of the rubric package", () => {
  const sources = readdirSync(inRepository("rubric"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const random = sources.filter((file) =>
    readFileSync(join(inRepository("rubric"), file), "utf8").includes("Math.random"),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(random).toEqual([]);
});
