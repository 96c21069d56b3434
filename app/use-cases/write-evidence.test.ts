import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { insertRound } from "#db/rounds";
import { GOOD_FILES, textOfSize } from "../../tests/support/evidence-samples";
import { anEvidence, evidenceScene } from "../../tests/support/evidence-scene";
import { changeState, removeAssessment } from "./assessments";
import { removeCompany } from "./companies";
import { readDesk } from "./desk";
import { Refusal } from "./errors";
import { readEvidenceFile, readOwnEvidence, readOwnFile, readPanelEvidence } from "./evidence";
import { addEvidence, changeEvidence, FileRefused, removeEvidence, reuseEvidence } from "./write-evidence";

const PDF = GOOD_FILES[0] ?? null;

const refusal = async (work: () => unknown): Promise<Record<string, unknown> | null> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, ...error.detail };
    if (error instanceof FileRefused) return { fault: error.fault };
    throw error;
  }
  return null;
};

const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

describe("adding evidence", () => {
  it("puts it on the desk, with its file, and writes down what kind it was and nothing of what it says", async () => {
    const { seat, add, db, first, folder } = evidenceScene();
    const id = await add({ source: "Bagian merek", link: "https://example.com/" }, PDF);
    expect(readDesk(seat(0)).evidence).toMatchObject([
      { id, functions: [first], fileName: "Pedoman merek.pdf" },
    ]);
    expect(await readOwnFile(seat(0), id)).toMatchObject({
      name: "Pedoman merek.pdf",
      mediaType: "application/pdf",
    });
    expect(filesIn(folder)).toHaveLength(1);
    const [event] = db.$client.prepare("select * from audit_event where action = 'evidence.add'").all();
    expect(event).toMatchObject({ actor_kind: "assessor", object_kind: "evidence", object_id: id });
    expect(JSON.stringify(event)).not.toMatch(/Pedoman|Bagian|example\.com/);
  });

  it("is refused without a trace for a function that is not asked, a file that is none, and after the end", async () => {
    const { seat, add, staff, assessmentId, folder } = evidenceScene();
    expect(await refusal(() => add({ functions: ["nothing"] }, PDF))).toMatchObject({
      reason: "unknown-function",
    });
    expect(await refusal(() => add({}, { name: "x.pdf", bytes: new Uint8Array([1]) }))).toEqual({
      fault: "content",
    });
    const id = await add();
    changeState(staff(), assessmentId, "close");
    expect((await refusal(() => add({}, PDF)))?.reason).toBe("wrong-state");
    expect((await refusal(() => changeEvidence(seat(0), id, anEvidence([]), PDF)))?.reason).toBe(
      "wrong-state",
    );
    expect((await refusal(() => removeEvidence(seat(0), id)))?.reason).toBe("wrong-state");
    expect(filesIn(folder)).toEqual([]);
  });

  it("is refused while a workshop votes", async () => {
    const { add, db, assessmentId, first, staff } = evidenceScene();
    const round = { number: 2, kind: "workshop" as const, functions: [first], openedBy: null };
    insertRound(db, { ...round, assessmentId, openedAt: staff().now });
    expect((await refusal(() => add()))?.reason).toBe("in-workshop");
  });

  it("stops where the assessment's files come to their limit, over all of its members", async () => {
    const { add, folder, seat } = evidenceScene({ quota: 1000 });
    const id = await add({}, textOfSize(600));
    expect(await refusal(() => add({}, textOfSize(401), 1))).toEqual({ reason: "quota", left: 400 });
    await add({}, textOfSize(400), 1);
    expect(await refusal(() => add({}, textOfSize(1)))).toEqual({ reason: "quota", left: 0 });
    // A file that takes the place of another needs only the difference.
    await changeEvidence(seat(0), id, anEvidence([]), textOfSize(500));
    expect(filesIn(folder)).toHaveLength(2);
    removeEvidence(seat(0), id);
    await add({}, textOfSize(600));
  });

  it("keeps no file when two that fit one by one arrive together", async () => {
    const { add, folder } = evidenceScene({ quota: 1000 });
    const both = await Promise.allSettled([add({}, textOfSize(600)), add({}, textOfSize(600), 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(filesIn(folder)).toHaveLength(1);
  });
});

describe("evidence that is there", () => {
  it("speaks for several functions, keeping what is not asked in this round", async () => {
    const { seat, add, db, assessmentId, first, second, third, staff } = evidenceScene();
    const id = await add();
    reuseEvidence(seat(0), second, [id, "somebody-else's"]);
    expect(readOwnEvidence(seat(0), id).functions).toEqual([first, second].sort());
    const round = { number: 2, kind: "questionnaire" as const, functions: [second, third], openedBy: null };
    insertRound(db, { ...round, assessmentId, openedAt: staff().now });
    await changeEvidence(seat(0), id, anEvidence([third], { note: "Lain" }), null);
    expect(readOwnEvidence(seat(0), id)).toMatchObject({ note: "Lain", functions: [first, third].sort() });
  });

  it("is nobody else's: not to read, to change, to reuse or to remove", async () => {
    const { seat, add, second, first } = evidenceScene();
    const id = await add({}, PDF);
    const other = seat(1);
    for (const attempt of [
      () => readOwnFile(other, id),
      () => changeEvidence(other, id, anEvidence([second]), null),
      () => removeEvidence(other, id),
    ]) {
      expect(await refusal(attempt)).toEqual({ reason: "not-found" });
    }
    reuseEvidence(other, second, [id]);
    expect(readOwnEvidence(seat(0), id).functions).toEqual([first]);
    expect(readDesk(other).evidence).toEqual([]);
  });

  it("loses its file when another takes its place, and when it is removed; the text stays as history", async () => {
    const { seat, add, folder, db } = evidenceScene();
    const id = await add({}, PDF);
    const [before] = filesIn(folder);
    await changeEvidence(seat(0), id, anEvidence([]), textOfSize(10));
    expect(filesIn(folder)).toHaveLength(1);
    expect(filesIn(folder)).not.toContain(before);
    removeEvidence(seat(0), id);
    expect(filesIn(folder)).toEqual([]);
    expect(readDesk(seat(0)).evidence).toEqual([]);
    expect(db.$client.prepare("select note, file_name from evidence").all()).toEqual([
      { note: "Pedoman merek", file_name: null },
    ]);
  });

  it("is read by those who manage the assessment, without who gave it, and that is written down", async () => {
    const { staff, add, assessmentId, db } = evidenceScene();
    const id = await add({}, PDF);
    const [item] = readPanelEvidence(staff(), assessmentId);
    expect(item).toMatchObject({ id, note: "Pedoman merek" });
    expect(item).not.toHaveProperty("memberId");
    expect((await readEvidenceFile(staff(), assessmentId, id)).name).toBe("Pedoman merek.pdf");
    const foreign = { ...staff(), scope: { workspaceId: "w2", companyIds: null } };
    expect(await refusal(() => readEvidenceFile(foreign, assessmentId, id))).toEqual({ reason: "not-found" });
    expect(await refusal(() => readEvidenceFile(staff(), "another", id))).toEqual({ reason: "not-found" });
    const read = db.$client.prepare("select object_id from audit_event where action = 'evidence.read-file'");
    expect(read.pluck().all()).toEqual([id]);
  });

  it("goes with its company and with a draft, files and all", async () => {
    const one = evidenceScene();
    await one.add({}, PDF);
    removeCompany(one.staff(), one.companyId);
    expect(filesIn(one.folder)).toEqual([]);
    const two = evidenceScene();
    await two.add({}, PDF);
    two.db.$client.exec("update assessment set state = 'draft'");
    removeAssessment(two.staff(), two.assessmentId);
    expect(filesIn(two.folder)).toEqual([]);
    expect(two.db.$client.prepare("select count(*) from evidence_use").pluck().get()).toBe(0);
  });
});

it("of somebody without a seat is nobody's", async () => {
  const { seat } = evidenceScene();
  const gone = { ...seat(0), actor: { ...seat(0).actor, memberId: "nobody" } };
  expect(await refusal(() => addEvidence(gone, anEvidence([]), PDF))).toEqual({ reason: "not-found" });
});
