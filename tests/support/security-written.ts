import { expect } from "vitest";
import { addFile } from "~/use-cases/company-files";
import { inviteMember, readPanel } from "~/use-cases/panel";
import { makeShareLink } from "~/use-cases/share-links";
import { readTemplates } from "~/use-cases/templates";
import { createTestApp, type Fields, type TestApp } from "./app";
import { aRubric, SMALL_RUBRIC } from "./factories";
import type { Account, Person } from "./people";
import { type Links, type Scene, withoutFiles } from "./security-scene";

/** An app whose every text was typed into its forms, and people to read it. */
export type Written = { app: TestApp; scene: Pick<Scene, "ids" | "links">; readers: Record<string, Person> };

/** Fills the app through its forms; `text` says what is typed into each text field. */
export async function writeEverywhere(text: () => string): Promise<Written> {
  const app = await createTestApp();
  withoutFiles(app);
  const owner = await app.signIn("owner");
  const post = poster(app, owner);
  await post("/workspace", { name: text() });
  const company = { name: text(), industry: "other", country: "ID", size: "small", offering: "services" };
  const companyId = idIn(await post("/companies/new", company));
  const people = {
    viewer: await app.signIn("viewer", companyId),
    manager: await app.signIn("manager", companyId),
  };
  const person = { intent: "add", name: text(), email: "orang@example.com", role: "viewer" };
  await post(`/companies/${companyId}/people`, person);
  await post("/people", { intent: "add", name: text(), email: "staf@example.com" });

  const published = await anAssessmentOf(app, post, companyId, text);
  for (const member of published.members) await judgeAll(app, published.id, member, text);
  for (const intent of ["close", "publish"]) await post(`/assessments/${published.id}`, { intent });
  const keys = aRubric(app).functions.map(({ key }) => key);
  const answers = keys.map((key) => [`answer-${key}`, "dispute"] as const);
  const comments = keys.map((key) => [`comment-${key}`, text()] as const);
  const check = { publication: "1", ...Object.fromEntries([...answers, ...comments]) };
  await poster(app, people.manager)(`/assessments/${published.id}/check`, check);

  await post(`/companies/${companyId}/notes`, { intent: "add", text: text() });
  await post(`/assessments/${published.id}/template`, { name: text(), withPanel: "on" });
  const file = { name: "catatan.txt", bytes: new TextEncoder().encode("Catatan") };

  const open = await anAssessmentOf(app, post, companyId, text);
  const [seat = "", invited = ""] = open.members;
  const assessor = await app.sitDown(open.id, seat);
  await post(`/assessments/${open.id}/panel`, { intent: "invite", member: invited });
  await post("/forgot-password", { email: owner.email });
  const ids: Scene["ids"]["own"] = {
    ...{ companyId, assessmentId: published.id, memberId: published.members[0] ?? "" },
    companyFileId: await addFile(app.context(), companyId, file),
    templateId: readTemplates(app.context())[0]?.id ?? "",
    ...{
      userId: owner.userId,
      mailId: "",
      evidenceId: "",
      fileId: "",
      workspaceId: app.workspaceId,
      brandFile: "none.css",
      shareFile: "report.xlsx",
      key: SMALL_RUBRIC,
      functionKey: keys[0] ?? "",
    },
  };
  await post(`/assessments/${published.id}/links`, { intent: "make", label: text(), days: "30" });
  const shared = { label: "Direksi", days: 30, passphrase: null };
  const links: Links = {
    i: inviteMember(app.context(), open.id, invited),
    share: await makeShareLink(app.context(), published.id, shared),
    ...{ account: "", "confirm-email": "" },
  };
  const scene = {
    ids: { own: ids, other: ids, foreign: ids },
    links: { own: links, other: links, foreign: links },
  };
  return { app, scene, readers: { ...people, owner, assessor, visitor: app.visitor() } };
}

/** Sends forms as somebody; each must be taken. */
const poster = (app: TestApp, as: Account) => async (path: string, fields: Fields) => {
  const { status, location } = await app.post(path, fields, { as });
  expect([path, status]).toEqual([path, location === null ? 200 : 302]);
  return location ?? "";
};

const idIn = (location: string) => /[0-9a-f-]{36}/.exec(location)?.[0] ?? "";

async function anAssessmentOf(
  app: TestApp,
  post: ReturnType<typeof poster>,
  companyId: string,
  text: () => string,
): Promise<{ id: string; members: string[] }> {
  const settings = {
    title: text(),
    asOf: "2026-06-30",
    quorum: "3",
    language: "id",
    rubricKey: SMALL_RUBRIC,
  };
  const id = idIn(await post(`/companies/${companyId}/assessments/new`, settings));
  for (const number of [1, 2, 3]) {
    const member = {
      name: text(),
      email: `anggota${number}@example.com`,
      perspective: "expert",
      weight: "1",
    };
    await post(`/assessments/${id}/panel`, { intent: "add", ...member });
  }
  await post(`/assessments/${id}`, { intent: "open" });
  return { id, members: readPanel(app.context(), id).map((member) => member.id) };
}

async function judgeAll(
  app: TestApp,
  assessmentId: string,
  memberId: string,
  text: () => string,
): Promise<void> {
  const as = await app.sitDown(assessmentId, memberId);
  for (const { key } of aRubric(app).functions) {
    const judgment = { level: "2", confidence: "2", rationale: text() };
    const answer = await app.post(`/assess/functions/${key}`, judgment, { as });
    expect(answer.status).toBe(302);
    const evidence = { kind: "data", note: text(), source: text(), [`for-${key}`]: "on" };
    const given = await app.post(`/assess/functions/${key}/evidence/new`, evidence, { as });
    expect(given.status).toBe(302);
  }
  expect((await app.post("/assess/check", {}, { as })).location).toBe("/assess/done");
}
