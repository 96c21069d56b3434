import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkBundle } from "~/bundle/check";
import { aStore, judged, PANEL } from "~/cli/fixtures";
import { forOthers } from "~/report/exports/for-others";
import { changeState, requireAssessment } from "./assessments";
import { readExport } from "./export-assessment";
import { makeBundle } from "./make-bundle";
import { publish } from "./publish";
import { readReport } from "./read-report";

/** What two people said of the last function, of which a reader sees neither judgment: told by every coefficient. */
function published(few: boolean) {
  const { context } = aStore();
  const people = PANEL.map(([name, perspective, first, second, third], index): (typeof PANEL)[number] => {
    const last = few && index !== 0 && index !== 6 ? null : (third ?? 2);
    return [name, perspective, first ?? null, second ?? null, last];
  });
  const id = judged(context, people);
  for (const change of ["open", "close"] as const) changeState(context, id, change);
  publish(context, id);
  const assessment = () => requireAssessment(context, id);
  const report = (live: boolean) => readReport(context, assessment(), { live, locale: "id" });
  const { privateKey: key } = generateKeyPairSync("ed25519");
  const bundle = () => {
    const given = { live: false, linked: false, key, generator: "1.2.3" };
    return makeBundle(context, assessment(), given)?.text ?? "";
  };
  return { report, bundle, exported: (live: boolean) => readExport(context, assessment(), { live })?.json };
}

/** Every number among the coefficients, without the counts of what they rest on. */
function coefficients(agreement: object | null | undefined): unknown[] {
  return Object.entries(agreement ?? {}).flatMap(([name, value]): unknown[] => {
    if (["units", "raters", "ratings", "intervalCoverage", "intervalRaters"].includes(name)) return [];
    if (typeof value === "object" && value !== null) return coefficients(value);
    return typeof value === "number" ? [value] : [];
  });
}

describe("the agreement of the whole panel", () => {
  it("is kept back from the company where too few judged one of the functions", () => {
    const { report, exported, bundle } = published(true);
    const { bundle: signed } = checkBundle(Buffer.from(bundle()));
    expect(coefficients(signed.results.agreement)).toEqual([]);
    expect(signed.results.agreement.reasons.krippendorff).toBe("withheld");
    const shown = report(false);
    expect(shown?.functions.at(-1)).toMatchObject({ n: 2, spread: null });
    expect(coefficients(shown?.agreement)).toEqual([]);
    expect(coefficients(exported(false)?.agreement)).toEqual([]);
    expect(shown?.agreement).toMatchObject({ units: 3, ratings: 16, reasons: { gwet: "withheld" } });
  });

  it("is kept back from files that anybody can pass on, and there for those who may see every judgment", () => {
    const { report, exported } = published(true);
    const seen = report(true);
    expect(coefficients(seen?.agreement).length).toBeGreaterThan(7);
    expect(coefficients(exported(true)?.agreement).length).toBeGreaterThan(7);
    expect(coefficients(seen && forOthers(seen).agreement)).toEqual([]);
  });

  it("is told where every function was judged by enough", () => {
    const { report, exported } = published(false);
    expect(coefficients(report(false)?.agreement)).toEqual(coefficients(report(true)?.agreement));
    expect(coefficients(exported(false)?.agreement).length).toBeGreaterThan(7);
  });
});
