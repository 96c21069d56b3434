import { describe, expect, it } from "vitest";
import { anAssessment, aStore, contextOf, csv, NOW, rows } from "~/cli/fixtures";
import { changeState } from "./assessments";
import { Refusal } from "./errors";
import { importJudgments } from "./import-judgments";
import { publish } from "./publish";

/** A judgment of each of the three functions. */
const complete = (assessor: string, perspective = "expert", level = 3) =>
  ["intake", "resolution", "learning"].map((key) => `${assessor},${perspective},${key},${level},2,Alasan`);

function refusalOf(work: () => unknown): string | null {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return null;
}

describe("an import", () => {
  it("stores the judgments, adds the people, hands in for who is complete, and says so in the log", () => {
    const { context, db } = aStore();
    const id = anAssessment(context);
    const text = csv(...complete("Ayu"), "budi@example.com,pelanggan,Penyelesaian,,,Tidak tahu");
    expect(importJudgments(context, id, text)).toEqual({
      ...{ lines: 4, stored: 4, unchanged: 0 },
      ...{ added: ["Ayu", "budi@example.com"], submitted: ["Ayu"] },
    });
    expect(rows(db, "select name, email, perspective, position from panel_member order by position")).toEqual(
      [
        { name: "Ayu", email: "ayu@import.invalid", perspective: "expert", position: 1 },
        { name: "budi@example.com", email: "budi@example.com", perspective: "customer", position: 2 },
      ],
    );
    const stored = rows(
      db,
      "select function_key, level, cannot_judge, confidence, rationale, source from judgment",
    );
    expect(stored).toHaveLength(4);
    expect(stored).toContainEqual({
      ...{ function_key: "intake", level: 3, cannot_judge: null, confidence: 2 },
      ...{ rationale: "Alasan", source: "import" },
    });
    expect(stored).toContainEqual({
      ...{ function_key: "resolution", level: null, cannot_judge: "other", confidence: null },
      ...{ rationale: "Tidak tahu", source: "import" },
    });
    expect(rows(db, "select name from submission join panel_member on member_id = panel_member.id")).toEqual([
      { name: "Ayu" },
    ]);
    const events = rows(db, "select object_id, detail from audit_event where action = 'judgments.import'");
    expect(events).toEqual([{ object_id: id, detail: '{"lines":4,"stored":4,"added":2,"submitted":1}' }]);
  });

  it("knows members by name and by address, whatever the case", () => {
    const { context, db } = aStore();
    const id = anAssessment(context, { panel: [{ name: "Sri  Mulyani", email: "sri@example.com" }] });
    const text = csv("sri mulyani,,intake,2,,", "SRI@example.com,expert,learning,3,,");
    expect(importJudgments(context, id, text)).toMatchObject({ stored: 2, added: [] });
    expect(rows(db, "select name from panel_member")).toHaveLength(1);
  });

  it("needs a newcomer's perspective only once", () => {
    const { context, db } = aStore();
    const id = anAssessment(context);
    importJudgments(context, id, csv("Ayu,,intake,2,,", "ayu,Orang Dalam,learning,3,,"));
    expect(rows(db, "select perspective from panel_member")).toEqual([{ perspective: "insider" }]);
  });

  it("gives people without an address placeholders that differ and stay the same", () => {
    const { context, db } = aStore();
    const names = ["Dewi É.", "Dewi E", "田中"];
    const emails = () => {
      const id = anAssessment(context);
      importJudgments(context, id, csv(...names.map((name) => `${name},expert,intake,2,,`)));
      return rows(db, "select email from panel_member where assessment_id = ? order by position", id);
    };
    const first = emails();
    expect(new Set(first.map(({ email }) => email)).size).toBe(3);
    for (const { email } of first) expect(email).toMatch(/^[a-z0-9-]+@import\.invalid$/);
    expect(emails()).toEqual(first);
  });

  it.each(["intake", "INTAKE", " Penerimaan ", "penerimaan"])("knows the function %j", (name) => {
    const { context, db } = aStore();
    importJudgments(context, anAssessment(context), csv(`Ayu,expert,${name},2,,`));
    expect(rows(db, "select function_key from judgment")).toEqual([{ function_key: "intake" }]);
  });

  it.each([
    ["1", 1],
    ["2", 2],
    ["3", 3],
    ["low", 1],
    ["Medium", 2],
    ["high", 3],
    ["rendah", 1],
    ["Sedang", 2],
    [" tinggi ", 3],
    ["", null],
  ])("reads the confidence %j", (given, stored) => {
    const { context, db } = aStore();
    importJudgments(context, anAssessment(context), csv(`Ayu,expert,intake,2,${given},`));
    expect(rows(db, "select confidence from judgment")).toEqual([{ confidence: stored }]);
  });

  it("tells its progress line by line", () => {
    const { context } = aStore();
    const told: string[] = [];
    importJudgments(context, anAssessment(context), csv(...complete("Ayu")), (done, total) => {
      told.push(`${done}/${total}`);
    });
    expect(told).toEqual(["1/3", "2/3", "3/3"]);
  });
});

describe("an assessment", () => {
  it("takes no import once it is closed, published or archived", () => {
    const { context } = aStore();
    const id = anAssessment(context, { state: "open", panel: [{ name: "Ayu" }] });
    const text = csv(...complete("Ayu"));
    importJudgments(context, id, text);
    const again = () => refusalOf(() => importJudgments(context, id, text));
    changeState(context, id, "close");
    expect(again()).toBe("wrong-state");
    publish(context, id);
    expect(again()).toBe("wrong-state");
    changeState(context, id, "archive");
    expect(again()).toBe("wrong-state");
  });

  it("of another workspace does not exist", () => {
    const { services, context } = aStore();
    const id = anAssessment(context);
    const stranger = contextOf(services, "another-workspace");
    expect(refusalOf(() => importJudgments(stranger, id, csv(...complete("Ayu"))))).toBe("not-found");
  });

  it("is not changed when the store fails half-way", () => {
    const { context, db } = aStore();
    const id = anAssessment(context);
    const fail = () =>
      importJudgments({ ...context, now: NOW }, id, csv(...complete("Ayu")), (done) => {
        if (done === 2) throw new Error("the disk is full");
      });
    expect(fail).toThrow("the disk is full");
    expect(rows(db, "select * from judgment")).toEqual([]);
    expect(rows(db, "select * from panel_member")).toEqual([]);
  });
});
