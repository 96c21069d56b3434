import { beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app";
import { addresses } from "../support/build";
import {
  ask,
  hasPlaces,
  METHODS,
  type Method,
  markersIn,
  outcomeOf,
  pathAt,
  readable,
  WAYS,
} from "../support/security-cells";
import {
  marker,
  PLACES,
  type Place,
  ROLES,
  type Role,
  type Scene,
  SECRETS,
  setScene,
} from "../support/security-scene";
import { type Row, TABLE } from "./access-table";

const paths = (await addresses()).map(({ path }) => path);

let app: TestApp;
let scene: Scene;
beforeAll(async () => {
  app = await createTestApp();
  scene = await setScene(app);
});

it("covers every address of the app, and none that is gone", () => {
  expect([...paths].sort()).toEqual(Object.keys(TABLE).sort());
});

it.each(paths)("%s answers everybody as the table says", async (path) => {
  const row = TABLE[path];
  if (!row) throw new Error(`${path} has no line in access-table.ts`);
  const wrong: string[] = [];
  for (const role of ROLES) {
    for (const place of hasPlaces(path) ? PLACES : (["own"] as const)) {
      for (const method of METHODS) {
        for (const problem of await tryAll(path, row, { role, place, method })) wrong.push(problem);
      }
    }
  }
  expect(wrong).toEqual([]);
});

type Cell = { role: Role; place: Place; method: Method };

/** Asks in every way, and says what differs from the table: who was let in, what was shown, what was changed. */
async function tryAll(path: string, row: Row, { role, place, method }: Cell): Promise<string[]> {
  const columns = row[method][role];
  const expected = columns[PLACES.indexOf(place)] ?? columns[0];
  const allowed = [
    ...(expected === "open" ? readable(role) : []),
    // Their own name stands at the foot of every page of theirs, also of the one that says there is no such thing.
    ...(role === "assessor" ? [marker("own", "assessor")] : []),
    ...(row.key ? SECRETS.map((secret) => marker(place, secret)) : []),
  ];
  const problems: string[] = [];
  for (const way of WAYS) {
    const answer = await ask(app, scene.people[role], { path: pathAt(path, scene, place), method, way });
    const note = (what: string) => problems.push(`${method} as ${way}, ${role}, ${place}: ${what}`);
    const outcome = outcomeOf(answer);
    if (outcome !== expected) note(`${outcome} (${answer.status}) and not ${expected}`);
    const shown = markersIn(answer).filter((found) => !allowed.includes(found));
    if (shown.length > 0) note(`shows ${shown.join(", ")}`);
    if (answer.changes > 0 && (method === "get" || expected !== "open")) note("changes the store");
  }
  return problems;
}
