import { expect, it } from "vitest";
import { withLocale } from "~/i18n/locale.server";
import { readReportFacts } from "~/use-cases/report-facts";
import { changingReport, READERS, type Reader } from "../../../tests/support/report-changes";
import { drawOnce } from "./draw-once.server";
import type { ReportPlace } from "./place";
import { drawReport, renderReport } from "./render-report.server";

const APP: ReportPlace = { shared: false };
const LINK: ReportPlace = { shared: true, files: "/share/a" };
/** What befalls the report, one after the other; between them it is the same as before, and so is what is kept. */
const STEPS = [
  "is given another title",
  "is disputed by somebody else",
  "has members with other names",
  "follows one that is corrected",
  "is published with a summary",
  "follows one that is withdrawn",
];

it("gives what would be drawn anew, whoever asked before and whatever was changed since", () => {
  const { assessment, changes, contextOf, reading } = changingReport();
  const seen = new Map<string, Set<string>>();
  const look = (reader: Reader, place: ReportPlace, why: string | null) => {
    const context = contextOf(reader);
    const facts = readReportFacts(context, assessment(), reading[reader]);
    if (!facts) throw new Error("The report is published");
    const html = withLocale(facts.reader.locale, () => {
      const kept = renderReport(context, facts, why, place).text;
      expect(kept).toBe(drawReport(context, facts, why, place));
      return kept;
    });
    const name = `${reader} ${place.shared} ${why}`;
    seen.set(name, (seen.get(name) ?? new Set()).add(html));
  };
  const all = () => {
    for (const reader of READERS) look(reader, APP, null);
    look("viewer", LINK, null);
    look("viewer", APP, "definition");
  };
  all();
  for (const step of STEPS) {
    changes.find(([name]) => name === step)?.[2]();
    all();
  }
  const different = Object.fromEntries([...seen].map(([name, pages]) => [name, pages.size]));
  expect(different).toEqual({
    ...{ "viewer false null": 4, "english false null": 4, "manager false null": 4, "staff false null": 5 },
    ...{ "viewer true null": 4, "viewer false definition": 4 },
  });
});

it("draws once for the same parts of the same store", () => {
  const [one, other] = [{}, {}];
  let drawn = 0;
  const draw = (store: object, ...parts: unknown[]) => drawOnce(store, parts, () => `${++drawn}`).text;
  expect([draw(one, "a", { b: 1 }), draw(one, "a", { b: 1 })]).toEqual(["1", "1"]);
  expect([draw(one, "a", { b: 2 }), draw(other, "a", { b: 1 })]).toEqual(["2", "3"]);
  expect(draw(one, "a", { b: 1 })).toBe("1");
});

it("keeps what was asked for last, and no more than there is room for", () => {
  const store = {};
  const big = (part: number) => drawOnce(store, [part], () => String(part).repeat(1024 * 1024));
  const isKept = (part: number) => {
    let anew = false;
    drawOnce(store, [part], () => {
      anew = true;
      return "";
    });
    return !anew;
  };
  for (const part of [1, 2, 3, 1, 4]) big(part);
  expect([isKept(1), isKept(4), isKept(2)]).toEqual([true, true, false]);
});
