import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertWorkspace } from "#db/accounts";
import type { Rubric } from "#rubric/schema";
import { actingContext } from "~/http/context";
import { addPerson, createPasswordLink } from "~/use-cases/accounts";
import { changeState } from "~/use-cases/assessments";
import { readBrandAddresses, setAccent } from "~/use-cases/branding";
import { requestEmailChange } from "~/use-cases/change-email";
import { addFile } from "~/use-cases/company-files";
import { addNote } from "~/use-cases/company-notes";
import type { ScopedContext } from "~/use-cases/context";
import { readDesk } from "~/use-cases/desk";
import { saveJudgment, submitJudgments } from "~/use-cases/judging";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { addMember, inviteMember } from "~/use-cases/panel";
import { addCompanyPerson } from "~/use-cases/people";
import { publish } from "~/use-cases/publish";
import { makeShareLink } from "~/use-cases/share-links";
import { saveTemplate } from "~/use-cases/templates";
import { addEvidence } from "~/use-cases/write-evidence";
import type { TestApp } from "./app";
import { aCompany, anAssessment, aRubric, SMALL_RUBRIC } from "./factories";
import type { Person } from "./people";

/** Somebody's own company, another of the same workspace, one of a workspace they have nothing to do with. */
export const PLACES = ["own", "other", "foreign"] as const;
export type Place = (typeof PLACES)[number];

export const ROLES = ["visitor", "assessor", "viewer", "manager", "consultant", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** What must not get out: names of companies, titles of assessments, names of people, what assessors wrote, what
 * staff noted for themselves. */
export const SECRETS = ["company", "title", "person", "assessor", "text", "note"] as const;
export type Secret = (typeof SECRETS)[number];

/** A word that stands in everything of one kind at one place, and nowhere else. In lower case, as search for it. */
export const marker = (place: Place, secret: Secret) => `zq${secret}${place}`;

/** What the parameters of an address are at one place; `token` depends on what the link is for. */
export type Ids = Record<
  | "companyId"
  | "assessmentId"
  | "memberId"
  | "userId"
  | "mailId"
  | "evidenceId"
  | "fileId"
  | "companyFileId"
  | "templateId"
  | "workspaceId"
  | "brandFile",
  string
>;
export type Links = Record<"account" | "i" | "confirm-email" | "share", string>;

export type Scene = {
  people: Record<Role, Person>;
  ids: Record<Place, Ids & Record<"key" | "functionKey" | "shareFile", string>>;
  links: Record<Place, Links>;
};

/** Erasing somebody also clears away the files of their messages: never those of whoever runs the tests. */
export function withoutFiles(app: TestApp): void {
  app.services.env.DATA_DIR = join(tmpdir(), randomUUID());
}

/** Two workspaces full of marked things, and somebody of every role in the first. */
export async function setScene(app: TestApp): Promise<Scene> {
  withoutFiles(app);
  const ours = () => app.context();
  const theirs = foreignContext(app);
  const furnished = {
    own: await furnish(app, ours, "own"),
    other: await furnish(app, ours, "other"),
    foreign: await furnish(app, theirs, "foreign"),
  };
  const { own } = furnished;
  const people: Record<Role, Person> = {
    visitor: app.visitor(),
    assessor: await app.sitDown(own.openId, own.seat),
    viewer: await app.signIn("viewer", own.ids.companyId),
    manager: await app.signIn("manager", own.ids.companyId),
    consultant: await app.signIn("consultant"),
    owner: await app.signIn("owner"),
  };
  const functionKey = aRubric(app).functions[0]?.key ?? "";
  const fixed = { key: SMALL_RUBRIC, functionKey, shareFile: "report.xlsx" };
  return {
    people,
    ids: {
      own: { ...own.ids, ...fixed },
      other: { ...furnished.other.ids, ...fixed },
      foreign: { ...furnished.foreign.ids, ...fixed },
    },
    links: { own: own.links, other: furnished.other.links, foreign: furnished.foreign.links },
  };
}

function foreignContext(app: TestApp): () => ScopedContext {
  const workspaceId = randomUUID();
  const { now } = app.context();
  insertWorkspace(app.services.db, { id: workspaceId, name: marker("foreign", "company"), createdAt: now });
  return () => ({ ...app.context(), scope: { workspaceId, companyIds: null } });
}

/** A company with a published and an open assessment, people, messages and links that work. */
async function furnish(app: TestApp, context: () => ScopedContext, place: Place) {
  const name = (secret: Secret, more = "") => `${marker(place, secret)}${more}`;
  const there = { context };
  const companyId = aCompany(there, { name: `PT ${name("company")}` });
  const rubric = aRubric(there);
  const published = panelled(there, companyId, place);
  const given: string[] = [];
  for (const memberId of published.members) {
    given.push(await giveFile(context(), published.id, memberId, marker(place, "text")));
    judgeMarked(context(), published.id, memberId, rubric, place);
  }
  changeState(context(), published.id, "close");
  const open = panelled(there, companyId, place);
  const [seat = "", invited = ""] = open.members;
  const email = `${name("person")}@example.com`;
  addCompanyPerson(context(), companyId, { name: name("person"), email, role: "viewer" });
  publish(context(), published.id);
  const staff = { name: name("person", " staf"), email: `staf.${email}`, role: "consultant" as const };
  const { workspaceId } = context().scope;
  const userId = addPerson(context(), { workspaceId, ...staff, companyId: null });
  const shared = { label: marker(place, "note"), days: 30, passphrase: null };
  const mails = readOutbox(context()).filter(({ recipient }) => recipient === email);
  return {
    ids: {
      companyId,
      assessmentId: published.id,
      memberId: published.members[0] ?? "",
      userId,
      mailId: mails[0]?.id ?? "",
      evidenceId: await giveFile(context(), open.id, seat, "Catatan sendiri"),
      fileId: given[0] ?? "",
      companyFileId: await keepFile(context(), companyId, marker(place, "note")),
      templateId: saveTemplate(context(), published.id, { name: marker(place, "title"), withPanel: true }),
      ...brandOf(context()),
    },
    openId: open.id,
    seat,
    links: {
      account: createPasswordLink(context(), workspaceId, userId),
      i: inviteMember(context(), open.id, invited),
      share: await makeShareLink(context(), published.id, shared),
      "confirm-email": emailChangeLink(app, context(), { ...staff, userId }),
    },
  };
}

/** Where the stylesheet of a workspace is, which has a colour from now on. */
function brandOf(context: ScopedContext) {
  setAccent(context, "#7a1f3d");
  const { workspaceId } = context.scope;
  const brandFile = readBrandAddresses(context, workspaceId).stylesheet?.split("/").at(-1) ?? "";
  return { workspaceId, brandFile };
}

/** A file and a note of the staff's own about a company; returns the file's id. */
function keepFile(context: ScopedContext, companyId: string, words: string): Promise<string> {
  addNote(context, companyId, words);
  return addFile(context, companyId, { name: `${words}.txt`, bytes: new TextEncoder().encode(words) });
}

function panelled(there: { context(): ScopedContext }, companyId: string, place: Place) {
  const id = anAssessment(there, companyId, { title: marker(place, "title"), quorum: 3 });
  const members = [1, 2, 3].map((number) => {
    const name = `${marker(place, "assessor")} ${number}`;
    const email = `${marker(place, "assessor")}.${number}@example.com`;
    return addMember(there.context(), id, { name, email, perspective: "expert", weight: 1 });
  });
  changeState(there.context(), id, "open");
  return { id, members };
}

/** A file as evidence for the first function, with a note. */
function giveFile(
  context: ScopedContext,
  assessmentId: string,
  memberId: string,
  note: string,
): Promise<string> {
  const seated = { ...context, actor: { kind: "assessor" as const, memberId, assessmentId } };
  const functions = readDesk(seated).tasks.map(({ fn }) => fn.key);
  const evidence = { kind: "document", note, date: null, source: "", link: null, functions } as const;
  return addEvidence(seated, evidence, { name: "catatan.txt", bytes: new TextEncoder().encode(note) });
}

function judgeMarked(
  context: ScopedContext,
  assessmentId: string,
  memberId: string,
  rubric: Rubric,
  place: Place,
): void {
  const seated = { ...context, actor: { kind: "assessor" as const, memberId, assessmentId } };
  const written = { rationale: marker(place, "text"), indicators: {} };
  for (const fn of rubric.functions) {
    saveJudgment(seated, fn.key, { level: 2, cannotJudge: null, confidence: 2, ...written });
  }
  submitJudgments(seated);
}

/** The token of a link that confirms a new address of somebody; it stands in the message and nowhere else. */
function emailChangeLink(
  app: TestApp,
  context: ScopedContext,
  { userId, name, email }: { userId: string; name: string; email: string },
): string {
  const actor = { kind: "user" as const, userId, name, email, memberships: [] };
  const own = { ...actingContext(app.services, actor, null), scope: context.scope };
  requestEmailChange(own, `baru.${email}`);
  const mail = readOutbox(context).find(({ recipient }) => recipient === `baru.${email}`);
  const text = mail ? readMail(context, mail.id).text : "";
  return /\/confirm-email\/([\w-]+)/.exec(text)?.[1] ?? "";
}
