import { describe, expect, it } from "vitest";
import { anAssessment, aStore, judged, PANEL } from "~/cli/fixtures";
import { changeState, editAssessment, requireAssessment } from "./assessments";
import type { ScopedContext } from "./context";
import { exportAssessment, readExport } from "./export-assessment";
import { importJudgments } from "./import-judgments";
import { readJudgments } from "./judgments-csv";
import { publish, withdraw } from "./publish";

function published(context: ScopedContext, id: string) {
  changeState(context, id, "open");
  changeState(context, id, "close");
  publish(context, id);
  return () => readExport(context, requireAssessment(context, id), { live: false });
}

describe("an export of what is published", () => {
  it("is nothing before the publication and after a withdrawal", () => {
    const { context } = aStore();
    const id = judged(context, PANEL);
    const read = () => readExport(context, requireAssessment(context, id), { live: false });
    expect(read()).toBeNull();
    published(context, id);
    expect(read()?.json.edition).toMatchObject({
      kind: "publication",
      number: 1,
      at: expect.stringMatching(/Z$/),
    });
    withdraw(context, id);
    expect(read()).toBeNull();
  });

  it("stays as it was frozen", () => {
    const { context, db } = aStore();
    const read = published(context, judged(context, PANEL));
    const before = read();
    db.$client.prepare("update judgment set level = 1 where level > 1").run();
    expect(read()).toEqual(before);
    expect(before?.json.overall.typical).toBe(3);
  });

  it("names the settings that it was computed with, also of a version after which they were changed", () => {
    const { context } = aStore();
    const id = judged(context, PANEL);
    published(context, id);
    withdraw(context, id);
    const { title, asOf, language } = requireAssessment(context, id);
    const settings = { title, asOf, language, deadline: null, quorum: 5, leftOut: ["intake"] };
    const minutesLater = (minutes: number) => ({
      ...context,
      now: new Date(context.now.getTime() + minutes * 60_000),
    });
    editAssessment(minutesLater(1), id, settings);
    publish(minutesLater(2), id);
    const of = (version: number) =>
      readExport(context, requireAssessment(context, id), { live: false, version })?.json.assessment;
    expect(of(1)).toMatchObject({ quorum: 3, options: { leftOut: [], minimumGroup: 3 } });
    expect(of(2)).toMatchObject({ quorum: 5, options: { leftOut: ["intake"], minimumGroup: 3 } });
  });

  it("joins nothing that one person said of two functions", () => {
    const { context } = aStore();
    const exported = published(context, judged(context, PANEL))();
    expect(exported?.json.judgments).toBeNull();
    expect(exported?.json.sensitivity).not.toHaveProperty("leaveOneOut");
    expect(JSON.stringify(exported?.json.sensitivity)).not.toContain("rater");
    const lines = readJudgments(exported?.csv ?? "").lines.map(({ cells }) => cells);
    const levels = (key: string) => lines.filter((cells) => cells.function === key).map(({ level }) => level);
    // From the lowest level up in each function, so that the numbers of the assessors mean nothing.
    expect(levels("intake")).toEqual(["1", "2", "2", "3", "3", "3", "4"]);
    expect(levels("learning")).toEqual(["1", "1", "2", "2", "", "", ""]);
    expect(new Set(lines.map(({ perspective }) => perspective))).toEqual(new Set(["other"]));
    expect(lines.every(({ rationale, confidence }) => rationale === "" && confidence === "")).toBe(true);
  });

  it("gives the same levels and distributions when it is imported", () => {
    const { context } = aStore();
    const exported = published(context, judged(context, PANEL))();
    const copy = anAssessment(context, { quorum: 3 });
    importJudgments(context, copy, exported?.csv ?? "");
    expect(exportAssessment(context, copy).json.functions).toEqual(exported?.json.functions);
  });

  it("keeps back what so few judged that it would show their answers", () => {
    const { context } = aStore();
    const few = PANEL.slice(0, 3).map(([name, perspective, first, second], index): (typeof PANEL)[number] => {
      return [name, perspective, first ?? null, index === 0 ? (second ?? null) : null, null];
    });
    const exported = published(context, judged(context, few))();
    const [intake, resolution] = exported?.json.functions ?? [];
    expect(intake).toMatchObject({ n: 3, distribution: [0, 2, 1, 0] });
    expect(resolution).toEqual({
      ...{ key: "resolution", n: 1, missing: 2, level: null, reason: "below-quorum" },
      ...{ distribution: null, split: null, mean: null, consensus: null, interval: null },
      ...{ agreementA: null, tastleWierman: null, averageDeviation: null, shareOnMode: null },
    });
    const lines = readJudgments(exported?.csv ?? "").lines.map(({ cells }) => cells);
    expect(lines.filter(({ function: key }) => key === "resolution").map(({ level }) => level)).toEqual([
      "",
      "",
      "",
    ]);
  });
});
