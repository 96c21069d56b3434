import { describe, expect, it } from "vitest";
import { listAudit } from "#db/audit-log";
import { m } from "~/i18n/messages";
import { anOpenAssessment, judge, MAIN_RUBRIC } from "../../tests/support/factories";
import { refusalOf } from "../../tests/support/refusal";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { changeState, requireAssessment } from "./assessments";
import { answerClarification, askClarification, readQuestions } from "./clarifications";
import { readVoice } from "./disagreement";
import { eraseMember } from "./erase-personal-data";
import { readMail } from "./outbox";
import { removeMember } from "./panel";
import { exportAssessorData, exportUserData } from "./personal-data";

/** Three members; the first and the last have judged everything. */
function scene(given: Parameters<typeof anOpenAssessment>[1] = {}) {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const context = () => workingContext(db);
  const open = anOpenAssessment({ context }, { rubricKey: MAIN_RUBRIC, ...given });
  const { assessmentId, members, rubric } = open;
  const [first = "", second = "", third = ""] = members;
  for (const member of [first, third]) {
    judge(
      { context },
      open,
      member,
      rubric.functions.map(() => 2),
    );
  }
  const key = rubric.functions[0]?.key ?? "";
  const as = (memberId: string) => ({
    ...context(),
    actor: { kind: "assessor", memberId, assessmentId } as const,
  });
  const ask = (memberId: string, question = "Mengapa 2?", functionKey = key) =>
    askClarification(context(), assessmentId, { functionKey, memberId }, question);
  const questions = (memberId: string) => readQuestions(as(memberId));
  const mails = () => db.query.mail.findMany().sync();
  const answer = (memberId: string, id: string, text = "Karena etalasenya.") =>
    answerClarification(as(memberId), id, text);
  const voice = (memberId: string) => {
    const assessment = requireAssessment(context(), assessmentId);
    return readVoice(context(), assessment, { functionKey: key, memberId })?.voice;
  };
  return { db, context, assessmentId, key, first, second, third, as, ask, questions, mails, answer, voice };
}

describe("asking a member about a judgment", () => {
  it("stores the question, writes it down and tells the member without a new link", () => {
    const { db, context, key, first, ask, questions, mails } = scene();
    ask(first, "Mengapa 2?\n\nApa buktinya?");
    const asked = { functionKey: key, question: "Mengapa 2?\n\nApa buktinya?", askedBy: "owner" };
    expect(questions(first)).toMatchObject([{ ...asked, answer: "", answeredAt: null }]);
    expect(mails().map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ["clarification", "anggota1@example.com"],
    ]);
    const { text } = readMail(context(), mails()[0]?.id ?? "");
    expect(text).toContain("Apa buktinya?");
    expect(text).not.toContain("/i/");
    const [event] = listAudit(db, "w", { limit: 1 });
    expect(event).toMatchObject({ action: "clarification.ask", objectId: first });
    expect(event?.detail).not.toContain("Mengapa");
  });

  it("does not send the same question twice while it waits, but does once it is answered", () => {
    const { first, ask, questions, mails, answer } = scene();
    ask(first);
    ask(first);
    expect(questions(first)).toHaveLength(1);
    answer(first, questions(first)[0]?.id ?? "");
    ask(first);
    ask(first, "Dan sejak kapan?");
    expect(questions(first)).toHaveLength(3);
    expect(mails()).toHaveLength(3);
  });

  it("needs a judgment of somebody in the panel of this very assessment", () => {
    const { context, first, second, key, ask, assessmentId, questions } = scene();
    const other = scene();
    expect(refusalOf(() => ask(second))?.reason).toBe("not-found");
    expect(refusalOf(() => ask(other.first))?.reason).toBe("not-found");
    expect(refusalOf(() => ask(first, "?", "nope"))?.reason).toBe("not-found");
    const foreign = { ...context(), scope: { workspaceId: "w2", companyIds: null } };
    const asked = { functionKey: key, memberId: first };
    expect(refusalOf(() => askClarification(foreign, assessmentId, asked, "?"))?.reason).toBe("not-found");
    removeMember(context(), assessmentId, first);
    expect(refusalOf(() => ask(first))?.reason).toBe("not-found");
    expect(questions(first)).toEqual([]);
  });

  it("is for open assessments only", () => {
    const { context, assessmentId, first, ask, mails } = scene();
    changeState(context(), assessmentId, "close");
    expect(refusalOf(() => ask(first))).toEqual({ reason: "wrong-state", detail: { state: "closed" } });
    expect(mails()).toEqual([]);
  });
});

describe("answering", () => {
  it("works when all is handed in, and reaches whoever looks at the judgment", () => {
    const { db, key, first, ask, questions, answer, voice } = scene();
    ask(first);
    expect(answer(first, questions(first)[0]?.id ?? "")).toBe(key);
    expect(voice(first)?.questions).toMatchObject([{ answer: "Karena etalasenya." }]);
    const [event] = listAudit(db, "w", { limit: 1 });
    expect(event).toMatchObject({ action: "clarification.answer", actorId: first });
    expect(event?.detail).not.toContain("etalase");
  });

  it("may be changed; the same answer again changes nothing", () => {
    const { db, first, ask, questions, answer } = scene();
    ask(first);
    const id = questions(first)[0]?.id ?? "";
    for (const text of ["Satu", "Satu", "Dua"]) answer(first, id, text);
    expect(questions(first)).toMatchObject([{ answer: "Dua" }]);
    const events = listAudit(db, "w", { limit: 50 });
    expect(events.filter(({ action }) => action === "clarification.answer")).toHaveLength(2);
  });

  it("is for the member who was asked, while the assessment is open", () => {
    const { context, assessmentId, first, third, ask, questions, answer } = scene();
    ask(first);
    const id = questions(first)[0]?.id ?? "";
    expect(refusalOf(() => answer(third, id))?.reason).toBe("not-found");
    expect(refusalOf(() => answer(first, "nope"))?.reason).toBe("not-found");
    changeState(context(), assessmentId, "close");
    expect(refusalOf(() => answer(first, id))?.reason).toBe("wrong-state");
    expect(questions(first)).toMatchObject([{ answeredAt: null }]);
  });
});

describe("personal data", () => {
  it("go along with the member's own data without who asked, and with the data of who asked without the answer", () => {
    const { context, key, first, third, as, ask, questions, answer } = scene();
    ask(first);
    answer(first, questions(first)[0]?.id ?? "");
    const own = exportAssessorData(as(first));
    expect(own.clarifications).toMatchObject([
      { functionKey: key, question: "Mengapa 2?", answer: "Karena etalasenya." },
    ]);
    expect(JSON.stringify(own.clarifications)).not.toContain("owner");
    expect(own.log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["clarification.ask", "clarification.answer"]),
    );
    expect(exportAssessorData(as(third)).clarifications).toEqual([]);
    const { actor, ...rest } = context();
    const asker = exportUserData({ ...rest, actor });
    expect(asker.questions).toMatchObject([{ functionKey: key, question: "Mengapa 2?" }]);
    expect(JSON.stringify(asker.questions)).not.toContain("etalase");
  });

  it("stay as the reasons do when the member is erased, under a name that is nobody's; the message goes", () => {
    const { context, assessmentId, key, first, ask, questions, answer, mails, voice } = scene();
    ask(first);
    answer(first, questions(first)[0]?.id ?? "");
    eraseMember(context(), assessmentId, first);
    expect(questions(first)).toMatchObject([{ functionKey: key, answer: "Karena etalasenya." }]);
    expect(mails()).toEqual([]);
    expect(voice(first)?.name).toBe(m.privacy_assessor_number({ number: 1 }, { locale: "id" }));
  });
});
