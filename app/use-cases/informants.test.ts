import { beforeEach, describe, expect, it } from "vitest";
import { listMembers, updateMember } from "#db/panel";
import { actingIn, refusalOf } from "../../tests/support/check-scene";
import {
  account,
  NOW,
  sampleAssessments,
  twoWorkspaces,
  workingContext,
} from "../../tests/support/small-workspace";
import type { CheckInput } from "./answer-check";
import { requireAssessment } from "./assessments";
import { eraseMember } from "./erase-personal-data";
import { answerAsInformant, askInformants, readInformantCheck, readInformants } from "./informants";
import { readMail, readOutbox } from "./outbox";
import { exportAssessorData } from "./personal-data";
import { showPreview } from "./preview-levels";
import { publish } from "./publish";
import { readChecks, readOpenCheck } from "./read-check";
import { eraseExpired } from "./retention";
import { readInvitation, resolveAssessor, startAssessorSession } from "./sessions";

let db: ReturnType<typeof twoWorkspaces>;
let id: string;
let insiders: string[];
let keys: string[];

beforeEach(() => {
  db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  [, id] = sampleAssessments(db);
  const members = listMembers(db, id);
  insiders = members.slice(0, 4).map((member) => member.id);
  for (const member of members) {
    const perspective = insiders.includes(member.id) ? "insider" : "expert";
    updateMember(db, id, member.id, { perspective });
  }
  showPreview(staff(), id);
  keys = readOpenCheck(staff(), assessment(), staffReader)?.functions.map(({ key }) => key) ?? [];
});

const staff = () => workingContext(db);
const later = () => workingContext(db, "owner", "w", new Date(NOW.getTime() + 60_000));
const assessment = () => requireAssessment(staff(), id);
const staffReader = { locale: "id", answers: true, staff: true } as const;
const seated = (memberId: string) => ({
  ...later(),
  actor: { kind: "assessor", memberId, assessmentId: id } as const,
});
const confirm = (functionKey = keys[0] ?? "") => ({ functionKey, answer: "confirm", comment: "" }) as const;
const dispute = (comment = "Tidak benar", functionKey = keys[0] ?? "") =>
  ({ functionKey, answer: "dispute", comment }) as const;
const say = (memberId: string | undefined, ...answers: CheckInput["answers"]) =>
  answerAsInformant(seated(memberId ?? ""), { preview: 1, answers });
const asInformantNow = (memberId = "") => readInformantCheck(seated(memberId), "id");
const lettersOf = () => readOutbox(staff()).filter(({ kind }) => kind === "informant");
const tokenOf = (mailId: string) => /\/i\/([\w-]+)/.exec(readMail(staff(), mailId).text)?.[1] ?? "";

describe("asking the insiders of the panel", () => {
  it("sends each a personal link that works, and ends the ones they had", () => {
    expect(askInformants(staff(), id, null)).toBe(4);
    const [letter] = lettersOf();
    const token = tokenOf(letter?.id ?? "");
    const session = startAssessorSession(later(), token) ?? "";
    expect(resolveAssessor(db, session, NOW)?.actor.assessmentId).toBe(id);
    const asked = assessment().informantsAskedAt;
    expect(askInformants(later(), id, asked)).toBe(4);
    expect(readInvitation(later(), token)).toBeNull();
    expect(resolveAssessor(db, session, NOW)).toBeNull();
  });

  it("is done once, however often it is pressed, and leaves alone who has answered everything", () => {
    expect(askInformants(staff(), id, null)).toBe(4);
    expect(askInformants(staff(), id, null)).toBe(0);
    expect(lettersOf()).toHaveLength(4);
    say(insiders[0], ...keys.map((key) => confirm(key)));
    expect(readInformants(staff(), assessment())).toMatchObject({ members: 4, complete: 1, open: true });
    expect(askInformants(later(), id, assessment().informantsAskedAt)).toBe(3);
  });

  it("leaves out who declined, who was erased, and everybody who judges otherwise", () => {
    updateMember(db, id, insiders[0] ?? "", { declinedAt: NOW });
    eraseMember(staff(), id, insiders[1] ?? "");
    expect(askInformants(staff(), id, null)).toBe(2);
    const recipients = new Set(listMembers(db, id).map(({ email }) => email));
    expect(lettersOf().every(({ recipient }) => recipients.has(recipient))).toBe(true);
  });

  it("is refused where nothing can be checked, or nobody judges as an insider", () => {
    for (const member of insiders) updateMember(db, id, member, { perspective: "expert" });
    expect(refusalOf(() => askInformants(staff(), id, null))).toBe("nothing-to-ask");
    db.$client.exec("update preview set ended_at = 1");
    expect(refusalOf(() => askInformants(staff(), id, null))).toBe("wrong-state");
    expect(refusalOf(() => askInformants(workingContext(db, "owner", "w2"), id, null))).toBe("not-found");
  });
});

describe("an informant", () => {
  it("sees levels and descriptors and their own answers, and nothing that anybody else said", () => {
    expect(asInformantNow(insiders[0])).toBeNull();
    askInformants(staff(), id, null);
    say(insiders[1], dispute("Kata orang lain"));
    say(insiders[0], confirm());
    const check = asInformantNow(insiders[0]);
    expect(check).toMatchObject({ kind: "preview", answers: [{ answer: "confirm" }] });
    expect(Object.keys(check?.functions[0] ?? {}).sort()).toEqual(
      ["descriptor", "key", "level", "levelName", "name", "number"].sort(),
    );
    expect(JSON.stringify(check)).not.toContain("Kata orang lain");
  });

  it.each<[string, () => void, string]>([
    ["was not asked", () => {}, "not-found"],
    ["declined", () => asked({ declinedAt: NOW }), "not-found"],
    ["was removed", () => asked({ removedAt: NOW }), "not-found"],
    ["judges otherwise", () => asked({ perspective: "expert" }), "not-found"],
    ["comes after the preview", () => asked({}, "update preview set ended_at = 1"), "wrong-state"],
  ])("who %s cannot answer", (_who, prepare, reason) => {
    prepare();
    expect(refusalOf(() => say(insiders[0], confirm()))).toBe(reason);
    expect(asInformantNow(insiders[0])).toBeNull();
    expect(db.$client.prepare("select count(*) from member_check").pluck().get()).toBe(0);
  });

  function asked(change: Parameters<typeof updateMember>[3], more = "select 1"): void {
    askInformants(staff(), id, null);
    if (Object.keys(change).length > 0) updateMember(db, id, insiders[0] ?? "", change);
    db.$client.exec(more);
  }

  it("must say why they dispute, and cannot answer to what is not there", () => {
    askInformants(staff(), id, null);
    expect(refusalOf(() => say(insiders[0], dispute("")))).toBe("incomplete");
    expect(refusalOf(() => say(insiders[0], confirm("nothing")))).toBe("unknown-function");
  });
});

describe("what informants say", () => {
  const companyReader = { locale: "id", answers: true } as const;
  const viewer = { locale: "id", answers: false } as const;

  beforeEach(() => {
    askInformants(staff(), id, null);
    say(insiders[0], confirm());
    say(insiders[1], dispute("Bukan begitu"));
  });

  const first = (reader: Parameters<typeof readChecks>[2]) => {
    if (assessment().state === "closed") publish(later(), id);
    return readChecks(later(), assessment(), reader)[0]?.functions[0];
  };

  it("is counted apart from the managers, who alone make the state", () => {
    const read = first(staffReader);
    expect(read).toMatchObject({ state: "unanswered", given: { confirmed: 0, disputed: 0 } });
    expect(read?.informants).toMatchObject({ confirmed: 1, disputed: 1 });
    expect(read?.informants?.answers?.map(({ name, before }) => [name !== null, before])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it("is shown to the company from the minimum on, without names, and to viewers without words", () => {
    expect(first(companyReader)?.informants).toBeNull();
    answerAsInformant(seated(insiders[2] ?? ""), { publication: 1, answers: [dispute("Ada yang keliru")] });
    expect(first(companyReader)?.informants).toEqual({
      ...{ confirmed: 1, disputed: 2 },
      answers: ["", "Ada yang keliru", "Bukan begitu"].map((comment) => ({
        ...{ name: null, at: null, own: false, comment },
        answer: comment ? "dispute" : "confirm",
        before: comment !== "Ada yang keliru",
      })),
    });
    expect(first(viewer)?.informants).toEqual({ confirmed: 1, disputed: 2, answers: null });
  });

  it("is not shown to the company in a preview at all", () => {
    say(insiders[2], confirm());
    const manager = actingIn(db, "ratna", "manager", assessment().companyId);
    const read = readOpenCheck(manager, assessment(), companyReader)?.functions[0];
    expect(read?.informants).toBeNull();
    expect(readOpenCheck(staff(), assessment(), staffReader)?.functions[0]?.informants).not.toBeNull();
  });

  it("is named to the company where the panel agreed to be recognisable", () => {
    db.$client.exec("update assessment set options = json_set(options, '$.minimumGroup', 1)");
    expect(first(companyReader)?.informants?.answers?.every(({ name }) => name !== null)).toBe(true);
  });

  it("goes along with their own data, and loses its words with them", () => {
    const comments = exportAssessorData(seated(insiders[1] ?? "")).memberChecks;
    expect(comments).toMatchObject([
      { answer: "dispute", comment: "Bukan begitu", preview: 1, publication: null },
    ]);
    expect(exportAssessorData(seated(insiders[0] ?? "")).memberChecks).toMatchObject([{ comment: "" }]);
    eraseMember(later(), id, insiders[1] ?? "");
    expect(traces("Bukan begitu")).toBe(false);
    expect(first(staffReader)?.informants).toMatchObject({ confirmed: 1, disputed: 1 });
  });

  it("loses its words with the panel's names when the period is over", () => {
    db.$client.exec("update workspace set retention_months = 1; update company set sample = 0");
    eraseExpired(workingContext(db, "owner", "w", new Date("2036-01-01T00:00:00Z")));
    expect(traces("Bukan begitu")).toBe(false);
    expect(first(staffReader)?.informants).toMatchObject({ confirmed: 1, disputed: 1 });
  });

  const traces = (text: string) =>
    JSON.stringify(db.$client.prepare("select * from member_check").all()).includes(text);
});
