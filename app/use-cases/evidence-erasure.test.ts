import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "~/canonical-json";
import { GOOD_FILES } from "../../tests/support/evidence-samples";
import { evidenceScene } from "../../tests/support/evidence-scene";
import { judge } from "../../tests/support/factories";
import { changeState, requireAssessment } from "./assessments";
import { eraseMember } from "./erase-personal-data";
import { readPanelEvidence } from "./evidence";
import { exportAssessorData } from "./personal-data";
import { publish } from "./publish";
import { computeResult, readBasis } from "./results";
import { eraseExpired } from "./retention";
import { verifyResult } from "./verify-result";

const PDF = GOOD_FILES[0] ?? null;

/** A panel of three that has judged, each with a document as evidence, published. */
async function published() {
  const scene = evidenceScene();
  const { assessmentId, members, rubric, staff, add } = scene;
  for (const [place, member] of members.entries()) {
    await add({ note: `Pedoman ${place}`, source: "Bagian merek" }, PDF, place);
    judge(
      { context: staff },
      { assessmentId, rubric },
      member,
      rubric.functions.map(() => 3),
    );
  }
  changeState(staff(), assessmentId, "close");
  publish(staff(), assessmentId);
  const filesLeft = () => (existsSync(scene.folder) ? readdirSync(scene.folder).length : 0);
  return { ...scene, filesLeft };
}

describe("evidence and personal data", () => {
  it("erasing a member deletes their files and keeps what they wrote, so that the result can be recomputed", async () => {
    const { staff, assessmentId, members, filesLeft, db } = await published();
    const before = canonicalJson(computeResult(readBasis(staff(), requireAssessment(staff(), assessmentId))));
    expect(before).toContain("Pedoman 0");
    eraseMember(staff(), assessmentId, members[0] ?? "");
    expect(filesLeft()).toBe(2);
    const rows = db.$client.prepare("select note, file_name, sha256 from evidence where member_id = ?");
    expect(rows.all(members[0])).toEqual([{ note: "Pedoman 0", file_name: null, sha256: null }]);
    expect(readPanelEvidence(staff(), assessmentId)).toHaveLength(3);
    const after = canonicalJson(computeResult(readBasis(staff(), requireAssessment(staff(), assessmentId))));
    expect(after).toBe(before);
    expect(verifyResult(staff(), assessmentId)?.identical).toBe(true);
  });

  it("their time being over deletes the files of the whole panel", async () => {
    const { staff, filesLeft, db } = await published();
    db.$client.exec("update workspace set retention_months = 1");
    const later = { ...staff(), now: new Date(staff().now.getTime() + 40 * 24 * 60 * 60 * 1000) };
    expect(eraseExpired(later)).toEqual({ assessments: 1, members: 3 });
    expect(filesLeft()).toBe(0);
  });

  it("are all in what an assessor takes along, but for where the file lies", async () => {
    const { seat, first } = await published();
    const { evidence } = exportAssessorData(seat(0));
    expect(evidence).toMatchObject([
      { note: "Pedoman 0", source: "Bagian merek", fileName: "Pedoman merek.pdf", functions: [first] },
    ]);
    expect(evidence[0]).not.toHaveProperty("storedName");
    expect(JSON.stringify(evidence)).not.toContain("Pedoman 1");
  });
});
