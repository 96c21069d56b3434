import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkBundle } from "~/bundle/check";
import { anAssessment, aStore, csv, type Judge, judged, PANEL } from "~/cli/fixtures";
import { changeState, requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { importJudgments } from "./import-judgments";
import { type BundleGiven, makeBundle } from "./make-bundle";
import { publish, withdraw } from "./publish";

const key = generateKeyPairSync("ed25519").privateKey;
const STAFF = { live: true, linked: true } as const;
const READER = { live: false, linked: false } as const;

/** The bundle, checked as anybody can check it, with what was computed again. */
function bundleOf(context: ScopedContext, id: string, given: Partial<BundleGiven> = STAFF) {
  const made = makeBundle(context, requireAssessment(context, id), {
    ...{ live: false, linked: false, key, generator: "1.2.3" },
    ...given,
  });
  return made && { ...checkBundle(Buffer.from(made.text)), text: made.text, name: made.name };
}

function published(context: ScopedContext, id: string): void {
  for (const change of ["open", "close"] as const) changeState(context, id, change);
  publish(context, id);
}

describe("a bundle for consultants", () => {
  it("lets the whole score be computed again, whatever the panel", () => {
    const { context } = aStore();
    const many: Judge[] = Array.from({ length: 12 }, (_, index) => {
      const level = (index % 4) + 1;
      return [`Orang ${index}`, "expert", level, index % 3 === 0 ? null : level, 5 - level];
    });
    const few: Judge[] = [["Ayu", "expert", 2, 3, null]];
    for (const people of [PANEL, many, few]) {
      const found = bundleOf(context, judged(context, people));
      expect(found?.notRecomputed).toEqual([]);
      expect(found?.bundle.edition).toEqual({ kind: "live", state: "draft" });
    }
  });

  it("carries the weights of experts, without which the sensitivity would not follow", () => {
    const { context, db } = aStore();
    const id = judged(context, PANEL);
    const before = bundleOf(context, id)?.bundle.judgments;
    expect(before?.kind === "linked" && before.assessors.some(({ weight }) => weight !== undefined)).toBe(
      false,
    );
    db.$client.prepare("update panel_member set weight = 3 where name = 'Dodi Pranata'").run();
    const found = bundleOf(context, id);
    expect(found?.notRecomputed).toEqual([]);
    const { judgments } = found?.bundle ?? {};
    const weights = judgments?.kind === "linked" ? judgments.assessors.map(({ weight }) => weight) : [];
    expect(weights.sort()).toEqual([1, 1, 1, 1, 1, 1, 3]);
  });

  it("is the same bytes for the same result", () => {
    const { context } = aStore();
    const id = judged(context, PANEL);
    expect(bundleOf(context, id)?.text).toBe(bundleOf(context, id)?.text);
  });

  it("does not put judgments of today beside a result of then", () => {
    const { context, db } = aStore();
    const id = judged(context, PANEL);
    published(context, id);
    expect(bundleOf(context, id)?.bundle.judgments.kind).toBe("linked");
    db.$client.prepare("update judgment set level = 1 where function_key = 'intake'").run();
    const found = bundleOf(context, id);
    expect(found?.bundle.judgments.kind).toBe("unlinked");
    expect(found?.bundle.results.overall.typical).toBe(3);
    expect(found?.recomputed).toEqual(expect.arrayContaining(["functions.intake", "overall"]));
  });

  it("says nothing of settings from which something else would follow", () => {
    const { context, db } = aStore();
    const id = judged(context, PANEL);
    published(context, id);
    db.$client
      .prepare("update assessment set options = json_set(options, '$.leftOut', json('[\"learning\"]'))")
      .run();
    const found = bundleOf(context, id);
    expect(found?.bundle.settings.functions).toBeNull();
    expect(found?.recomputed).toContain("functions.intake");
    expect(found?.notRecomputed).toContain("overall");
  });

  it("of an older publication is that publication", () => {
    const { context, db } = aStore();
    const id = judged(context, PANEL);
    published(context, id);
    withdraw(context, id);
    db.$client.prepare("update judgment set level = 4 where function_key = 'learning' and level = 1").run();
    publish(context, id);
    const [first, second] = [1, 2].map((version) => bundleOf(context, id, { ...STAFF, version }));
    expect(first?.bundle.edition).toMatchObject({ kind: "publication", number: 1 });
    expect(first?.bundle.results.overall).not.toEqual(second?.bundle.results.overall);
    expect([first?.bundle.judgments.kind, second?.bundle.judgments.kind]).toEqual(["unlinked", "linked"]);
    expect(first?.recomputed).toContain("overall");
    expect(bundleOf(context, id, READER)?.bundle.edition).toMatchObject({ number: 2 });
  });
});

describe("a bundle for the company's readers", () => {
  const linkedParts = ["agreement.jackknife", "agreement.kendallW", "agreement.raters"];

  it("is nothing before the publication", () => {
    const { context } = aStore();
    expect(bundleOf(context, judged(context, PANEL), READER)).toBeNull();
  });

  it("joins nothing that one person said of two functions", () => {
    const { context } = aStore();
    const id = judged(context, PANEL);
    published(context, id);
    const found = bundleOf(context, id, READER);
    const judgments = found?.bundle.judgments;
    expect(judgments).toEqual({
      kind: "unlinked",
      functions: [
        { function: "intake", n: 7, missing: 0, distribution: [1, 2, 3, 1] },
        { function: "resolution", n: 7, missing: 0, distribution: [0, 1, 5, 1] },
        { function: "learning", n: 4, missing: 3, distribution: [2, 2, 0, 0] },
      ],
    });
    expect(found?.text).not.toMatch(/assessor-|leaveOneOut|perspective"/);
    expect(found?.recomputed).toEqual(
      expect.arrayContaining(["functions.learning", "overall", "agreement.krippendorff", "agreement.gwet"]),
    );
    expect(found?.notRecomputed.filter((path) => path.startsWith("agreement.")).sort()).toEqual(linkedParts);
  });

  it("keeps a function of too few judgments to its level, and claims no agreement from it", () => {
    const { context } = aStore();
    const id = anAssessment(context, { quorum: 2 });
    const lines = [..."abcd"].map((name, index) => `${name},expert,intake,${index + 1},,`);
    const two = ["a", "b"].map((name) => `${name},expert,learning,2,,`);
    importJudgments(context, id, csv(...lines, ...two));
    published(context, id);
    const found = bundleOf(context, id, READER);
    const { results, judgments } = found?.bundle ?? {};
    expect(results?.functions.find(({ key: own }) => own === "learning")).toMatchObject({
      level: 2,
      distribution: null,
    });
    expect(judgments?.kind === "unlinked" && judgments.functions.at(-1)?.distribution).toBeNull();
    expect(found?.recomputed).toEqual(["functions.intake", "functions.resolution", "overall"]);
    const open = bundleOf(context, id, { live: true, linked: false });
    expect(open?.bundle.judgments).toEqual(judgments);
  });
});
