import { expect, it } from "vitest";
import { changingReport, READERS, type Reader } from "../../tests/support/report-changes";
import { Refusal } from "./errors";
import { composeReport } from "./read-report";
import { readReportFacts } from "./report-facts";

type Scene = ReturnType<typeof changingReport>;

/** What a report rests on, and the report made of it anew, both as text; null where there is none to be read. */
function read({ assessment, contextOf, reading }: Scene, reader: Reader, version: number | null = null) {
  const context = contextOf(reader);
  const facts = readReportFacts(context, assessment(), { ...reading[reader], version });
  return facts && { facts: JSON.stringify(facts), report: JSON.stringify(composeReport(context, facts)) };
}

const names = changingReport().changes.map(([name]) => name);

it.each(names)("tells reports apart, and no others, when the assessment %s", (name) => {
  const scene = changingReport();
  const all = () => new Map(READERS.map((reader) => [reader, read(scene, reader)]));
  const before = all();
  const [, alters, change] = scene.changes.find(([known]) => known === name) ?? ["", [], () => undefined];
  change();
  const after = all();
  const altered = (what: "facts" | "report") =>
    READERS.filter((reader) => before.get(reader)?.[what] !== after.get(reader)?.[what]);
  expect(altered("report")).toEqual(alters);
  expect(altered("facts")).toEqual(expect.arrayContaining(alters));
});

it.each([1, 2, 3])("gives equal reports for equal facts, whatever happens (%i)", (seed) => {
  const scene = changingReport();
  const known = new Map<string, string>();
  let again = 0;
  let state = seed;
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let step = 0; step < 40; step++) {
    const [, , change] = scene.changes[random(scene.changes.length)] ?? [];
    try {
      change?.();
    } catch (error) {
      // Not everything can befall an assessment that is archived, or one that is withdrawn.
      if (!(error instanceof Refusal)) throw error;
    }
    for (const reader of READERS) {
      for (const version of [null, 1]) {
        const found = read(scene, reader, version);
        if (!found) continue;
        if (known.has(found.facts)) again += 1;
        expect(known.get(found.facts) ?? found.report).toBe(found.report);
        known.set(found.facts, found.report);
      }
    }
  }
  expect(again).toBeGreaterThan(10);
});
