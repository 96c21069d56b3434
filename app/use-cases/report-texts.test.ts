import { beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../../tests/support/check-scene";
import {
  account,
  NOW,
  sampleAssessments,
  twoWorkspaces,
  workingContext,
} from "../../tests/support/small-workspace";
import { requireAssessment } from "./assessments";
import { readExport } from "./export-assessment";
import { setGoals } from "./goals";
import { publish, readPublication, withdraw } from "./publish";
import { readReport } from "./read-report";
import { readReportTrend } from "./read-trend";
import { LONGEST_COMMENT, localTexts, type ReportTexts, readTexts, saveTexts } from "./report-texts";
import { verifyResult } from "./verify-result";

let db: ReturnType<typeof twoWorkspaces>;
let published: string;
let closed: string;
beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  [published, closed] = sampleAssessments(db);
});

/** The consultant, so many minutes later. */
const at = (minutes = 0) => workingContext(db, "owner", "w", new Date(NOW.getTime() + minutes * 60_000));
const texts = (id: string, en = "", comments: ReportTexts["comments"] = {}): ReportTexts => ({
  ...{ summary: { id, en }, comments },
});
const firstKey = () =>
  readReport(at(), requireAssessment(at(), closed), { live: true, locale: "id" })?.functions[0]?.key ?? "";
const report = (id: string, given: { live?: boolean; version?: number | null; locale?: "id" | "en" } = {}) =>
  readReport(at(60), requireAssessment(at(), id), { live: true, locale: "id", ...given });
const audits = () => db.$client.prepare("select detail from audit_event where action = 'texts.save'").all();

describe("the texts of the next publication", () => {
  it("are saved whole, cleaned, without what is empty, and written down in the audit log", () => {
    const key = firstKey();
    const given = texts(" Satu\r\nDua\u0000\u202e ", "", { [key]: { id: "", en: " Good " } });
    expect(saveTexts(at(), closed, { texts: given, base: 0 })).toBe(1);
    expect(readTexts(at(), closed)).toEqual({
      ...{ version: 1, saved: { at: NOW, by: "Nama owner" } },
      texts: { summary: { id: "Satu\nDua", en: "" }, comments: { [key]: { id: "", en: "Good" } } },
    });
    expect(audits()).toHaveLength(1);
    expect(saveTexts(at(5), closed, { texts: texts("", " "), base: 1 })).toBe(2);
    expect(readTexts(at(), closed).texts).toEqual({ summary: null, comments: {} });
  });

  it("are never written over by somebody who began on an older version", () => {
    saveTexts(at(), closed, { texts: texts("pertama"), base: 0 });
    for (const base of [0, 2, 7]) {
      expect(refusalOf(() => saveTexts(at(), closed, { texts: texts("lain"), base }))).toBe("stale");
    }
    saveTexts(at(), closed, { texts: texts("kedua"), base: 1 });
    expect(refusalOf(() => saveTexts(at(), closed, { texts: texts("lain"), base: 1 }))).toBe("stale");
    expect(readTexts(at(), closed)).toMatchObject({ version: 2, texts: { summary: { id: "kedua" } } });
    expect(audits()).toHaveLength(2);
  });

  it("refuse what is unknown, too long, archived, or somebody else's", () => {
    const strange = texts("", "", { unknown: { id: "x", en: "" } });
    expect(refusalOf(() => saveTexts(at(), closed, { texts: strange, base: 0 }))).toBe("unknown-function");
    const long = texts("", "", { [firstKey()]: { id: "x".repeat(LONGEST_COMMENT + 1), en: "" } });
    expect(refusalOf(() => saveTexts(at(), closed, { texts: long, base: 0 }))).toBe("too-many");
    const foreign = workingContext(db, "owner", "w2");
    expect(refusalOf(() => saveTexts(foreign, closed, { texts: texts("x"), base: 0 }))).toBe("not-found");
    db.$client.prepare("update assessment set state = 'archived' where id = ?").run(closed);
    expect(refusalOf(() => saveTexts(at(), closed, { texts: texts("x"), base: 0 }))).toBe("wrong-state");
    expect(readTexts(at(), closed).version).toBe(0);
  });

  it("fall back to the other language", () => {
    const given = texts("halo", "", { a: { id: "", en: "hello" }, b: { id: "ya", en: "yes" } });
    expect(localTexts(given, "id")).toEqual({ summary: "halo", comments: { a: "hello", b: "ya" } });
    expect(localTexts(given, "en")).toEqual({ summary: "halo", comments: { a: "hello", b: "yes" } });
  });
});

describe("publishing", () => {
  it("freezes the texts, outside of what is computed again, and keeps the draft", () => {
    const given = texts("Teks **pertama**", "First");
    saveTexts(at(), closed, { texts: given, base: 0 });
    expect(report(closed)?.texts.summary).toBe("Teks **pertama**");
    publish(at(10), closed);
    expect(readPublication(at(), closed)?.texts).toEqual(given);
    expect(readPublication(at(), closed)?.result).not.toContain("Teks **");
    expect(verifyResult(at(), closed)?.identical).toBe(true);

    saveTexts(at(20), closed, { texts: texts("Teks kedua"), base: 1 });
    expect(report(closed, { live: false })?.texts.summary).toBe("Teks **pertama**");
    expect(report(closed, { live: false, locale: "en" })?.texts.summary).toBe("First");
    withdraw(at(30), closed);
    publish(at(40), closed);
    expect(report(closed, { live: false })?.texts.summary).toBe("Teks kedua");
    expect(report(closed, { live: false, version: 1 })?.texts.summary).toBe("Teks **pertama**");
    expect(verifyResult(at(), closed)?.identical).toBe(true);
  });
});

describe("an older version", () => {
  it("stays as it was, whatever is corrected and published after it", () => {
    publish(at(10), closed);
    const first = report(closed, { live: false, version: 1 });
    withdraw(at(20), closed);
    const key = firstKey();
    const aim = { due: null, targetReason: "", weight: 3, weightReason: "" };
    const target = first?.functions[0]?.target === 5 ? 4 : 5;
    setGoals(at(25), closed, [{ functionKey: key, target, ...aim }]);
    db.$client.prepare("update assessment set quorum = 1 where id = ?").run(closed);
    publish(at(30), closed);
    const [old, newest] = [1, 2].map((version) => report(closed, { live: false, version }));
    const { versions: _, ...frozen } = first ?? { versions: [] };
    expect(old).toMatchObject(frozen);
    expect(newest?.functions[0]).toMatchObject({ target, weight: 3 });
    expect(old?.functions[0]).toMatchObject({ target: first?.functions[0]?.target, weight: 1 });
    expect(newest?.assessment.quorum).toBe(1);
    expect(old?.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(report(closed, { live: false })?.edition).toMatchObject({ number: 2 });
    expect(report(closed, { live: false, version: 3 })).toBeNull();
  });

  it("is told with who published it only to those who may know", () => {
    publish(at(10), closed);
    expect(report(closed)?.versions).toMatchObject([{ number: 1, by: "Nama owner" }]);
    expect(report(closed, { live: false })?.versions).toMatchObject([{ number: 1, by: null }]);
  });

  it("can be read by nobody but the consultants while it is withdrawn", () => {
    publish(at(10), closed);
    withdraw(at(20), closed);
    expect(report(closed, { live: false, version: 1 })).toBeNull();
    expect(report(closed, { live: true, version: 1 })?.edition).toMatchObject({
      kind: "publication",
      number: 1,
    });
    expect(report(closed, { live: true })?.edition.kind).toBe("live");
    expect(report(closed, { live: true, version: 2 })).toBeNull();
  });

  it("stands in a trend of its own moment", () => {
    publish(at(10), closed);
    withdraw(at(20), closed);
    publish(at(30), closed);
    withdraw(at(40), published);
    publish(at(50), published);
    const old = report(closed, { live: false, version: 1 });
    const assessment = requireAssessment(at(), closed);
    const trend = old && readReportTrend(at(60), assessment, old, "id");
    expect(trend?.points.map(({ assessmentId, edition }) => [assessmentId, edition])).toEqual([
      [published, expect.objectContaining({ number: 1 })],
      [closed, expect.objectContaining({ number: 1 })],
    ]);
  });

  it("is exported as it was, without the judgments of today", () => {
    saveTexts(at(), closed, { texts: texts("lama"), base: 0 });
    publish(at(10), closed);
    withdraw(at(20), closed);
    saveTexts(at(25), closed, { texts: texts("baru"), base: 1 });
    publish(at(30), closed);
    const exported = (version?: number) =>
      readExport(at(60), requireAssessment(at(), closed), { live: true, version })?.json;
    expect(exported()).toMatchObject({ edition: { number: 2 }, texts: { summary: { id: "baru", en: "" } } });
    expect(exported()?.judgments).not.toBeNull();
    expect(exported(1)).toMatchObject({ edition: { number: 1 }, texts: { summary: { id: "lama" } } });
    expect(exported(1)?.judgments).toBeNull();
  });
});

it("an old version keeps the title, the date and the names that it was published with", () => {
  publish(at(), closed);
  const before = requireAssessment(at(), closed);
  withdraw(at(10), closed);
  db.$client
    .prepare("update assessment set title = 'Renamed', as_of = '2027-01-31' where id = ?")
    .run(closed);
  db.$client.prepare("update company set name = 'PT Baru' where id = ?").run(before.companyId);
  publish(at(20), closed);
  const named = (version: number) => {
    const { assessment, company } = report(closed, { version }) ?? {};
    return [assessment?.title, assessment?.asOf, company?.name];
  };
  expect(named(1)).toEqual([before.title, before.asOf, before.companyName]);
  expect(named(2)).toEqual(["Renamed", "2027-01-31", "PT Baru"]);
  const exported = readExport(at(30), requireAssessment(at(), closed), { live: true, version: 1 });
  expect(exported?.json.assessment).toMatchObject({ title: before.title, asOf: before.asOf });
  expect(verifyResult(at(30), closed)?.identical).toBe(true);
});
