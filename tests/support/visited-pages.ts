import { expect, type Page } from "@playwright/test";
import { setTotpSecret } from "#db/second-factor";
import { readCompanyAssessments } from "~/use-cases/assessments";
import { answerClarification, askClarification, readQuestions } from "~/use-cases/clarifications";
import { readCompanies } from "~/use-cases/companies";
import { askInformants } from "~/use-cases/informants";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { addMember, inviteMember } from "~/use-cases/panel";
import { showPreview } from "~/use-cases/preview-levels";
import { openRound } from "~/use-cases/rounds-open";
import { makeShareLink } from "~/use-cases/share-links";
import { saveTemplate } from "~/use-cases/templates";
import { addEvidence } from "~/use-cases/write-evidence";
import { addresses, fill } from "./build";
import {
  aCompany,
  aJudgedAssessment,
  anAssessment,
  anOpenAssessment,
  aPanel,
  judge,
  MAIN_RUBRIC,
} from "./factories";
import { type Inside, lookInside } from "./inside";
import type { Person } from "./people";
import type { RunningServer } from "./server";
import { workshopVisits } from "./workshop-scene";

/** A page to look at, and who looks. */
export type Visit = { path: string; as: Person | null; status: number };

export type Visits = {
  visits: Visit[];
  /** Opens a page as the person it is for, and makes sure that it is the page that was meant. */
  open(page: Page, visit: Visit): Promise<void>;
  close(): void;
};

/**
 * Every page of the app, filled with the sample company and an assessment that is under way: the staff's pages as the
 * owner sees them, the assessor's as somebody half-way, the public ones as a stranger. Read from the build, so that
 * a new page is looked at, too.
 */
export async function everyPage(server: RunningServer): Promise<Visits> {
  const inside = lookInside(server);
  const { ids, asked, more, readerOf } = await setScene(inside);
  const pages = (await addresses()).filter(({ draws, path }) => draws && !path.includes("*"));
  const visits = pages.map(({ path }): Visit => {
    // The link of this scene leads to a panel; as a link to anything else it is a dead one.
    const dead = ["/account/:token", "/confirm-email/:token", "/share/:token"];
    const status = dead.includes(path) ? 404 : 200;
    // Whoever is asked what they meant has judged.
    const own = path.includes("/disagreement/") ? { ...ids, memberId: asked } : ids;
    return { path: fill(path, own), as: readerOf(path), status };
  });
  const link: Visit = { path: server.ownerLink, as: null, status: 200 };
  return {
    visits: [...visits, ...more, link, { path: "/nowhere", as: null, status: 404 }],
    async open(page, { path, as, status }) {
      await page.context().clearCookies();
      if (as) await inside.be(page, as);
      const response = await page.goto(path);
      const { pathname, search } = new URL(page.url());
      expect({ path: pathname + search, status: response?.status() }).toEqual({ path, status });
    },
    close: inside.close,
  };
}

async function setScene(inside: Inside) {
  const sample = findSample(inside);
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC, deadline: "2026-07-12" });
  const [begun = "", finished = "", invited = ""] = open.members;
  judge(
    inside,
    open,
    finished,
    open.rubric.functions.map((_fn, place) => (place % 5) + 1),
  );
  const again = aSecondRound(inside);
  // Asked for one function only, so that others can be passed on to them.
  addMember(inside.context(), open.assessmentId, {
    ...{ name: "Anggota 4", email: "anggota4@example.com", perspective: "other", weight: 1 },
    functions: open.rubric.functions.slice(1, 2).map(({ key }) => key),
  });
  const draftCompany = aCompany(inside, { name: "PT Baru" });
  const draft = anAssessment(inside, draftCompany, { rubricKey: MAIN_RUBRIC });
  aPanel(inside, draft);
  const owner = await inside.signIn("owner");
  const assessor = await inside.sitDown(open.assessmentId, begun);
  const done = await inside.sitDown(open.assessmentId, finished);
  const judgesAgain = await inside.sitDown(again.assessmentId, again.members[0] ?? "");
  const viewer = await inside.signIn("viewer", sample.companyId);
  const colleague = await inside.signIn("consultant");
  const withFactor = await inside.signIn("consultant");
  setTotpSecret(inside.db, withFactor.userId, "sealed");
  const owesFactor = await inside.halfWay(colleague.userId);
  const owesCode = await inside.halfWay(withFactor.userId);
  const visit = (path: string, as: Person): Visit => ({ path, as, status: 200 });
  askTwice(inside, open, finished);
  const shared = (label: string, passphrase: string | null) =>
    makeShareLink(inside.context(), sample.publishedId, { label, days: 30, passphrase });
  const [openLink, lockedLink] = [await shared("Direksi", null), await shared("Bank", "empat angsa putih")];
  const checking = await levelsShown(inside);
  return {
    asked: finished,
    ids: {
      companyId: sample.companyId,
      assessmentId: open.assessmentId,
      memberId: begun,
      key: MAIN_RUBRIC,
      templateId: saveTemplate(inside.context(), draft, { name: `Tahunan ${draft}`, withPanel: true }),
      functionKey: open.rubric.functions[0]?.key ?? "",
      evidenceId: await giveEvidence(inside, open, begun),
      token: inviteMember(inside.context(), open.assessmentId, invited),
      userId: colleague.userId,
      // The newest message: the invitation that was just made.
      mailId: readOutbox(inside.context())[0]?.id ?? "",
    },
    readerOf(path: string): Person | null {
      if (path === "/assess/done") return done;
      if (path === "/assess/levels") return checking.informant;
      if (/^\/assess(\/|$)/.test(path)) return assessor;
      if (path === "/sign-in/enrol") return owesFactor;
      if (path === "/sign-in/code") return owesCode;
      return /^\/(companies|assessments|templates|search|people|mail|me|audit|workspace)(\/|$)/.test(path)
        ? owner
        : null;
    },
    more: [
      visit(`/companies/${sample.companyId}/assessments/new?rubric=${MAIN_RUBRIC}`, owner),
      visit(`/companies/${draftCompany}`, owner),
      visit(`/assessments/${draft}`, owner),
      visit(`/assessments/${draft}/delete`, owner),
      visit(`/assessments/${open.assessmentId}/panel/${finished}/reopen`, owner),
      visit(`/assessments/${open.assessmentId}/paper?language=en&member=${begun}`, owner),
      visit(`/assessments/${sample.assessmentId}`, owner),
      visit(`/assessments/${sample.assessmentId}/report`, owner),
      visit(`/assessments/${sample.assessmentId}/report?why=${open.rubric.functions[0]?.key}`, owner),
      visit(`/assessments/${sample.assessmentId}/texts`, owner),
      visit(`/assessments/${sample.assessmentId}/goals`, owner),
      visit(`/companies/${sample.companyId}`, viewer),
      visit(`/assessments/${sample.publishedId}/links`, owner),
      { path: `/share/${openLink}`, as: null, status: 200 },
      { path: `/share/${lockedLink}`, as: null, status: 200 },
      visit("/assess", done),
      visit(`/assessments/${checking.assessmentId}/check`, checking.manager),
      visit(`/assessments/${checking.assessmentId}/check`, owner),
      visit("/assess", checking.informant),
      { path: checking.link, as: null, status: 200 },
      ...(await workshopVisits(inside, owner)).map(([path, as]) => visit(path, as)),
      visit(`/assessments/${open.assessmentId}/rounds?which=all`, owner),
      visit(`/assessments/${again.assessmentId}/rounds`, owner),
      visit(`/assessments/${again.assessmentId}/disagreement`, owner),
      visit(`/assessments/${draft}/disagreement`, owner),
      visit("/assess", judgesAgain),
      visit(`/assess/functions/${again.rubric.functions[0]?.key}`, judgesAgain),
    ],
  };
}

/** An assessment whose levels are shown before publication: to the company, and to the insider of the panel. */
async function levelsShown(inside: Inside) {
  const { assessmentId, companyId } = aJudgedAssessment(
    inside,
    [1, 2, 3].map((level) => Array.from({ length: 9 }, () => level)),
    { rubricKey: MAIN_RUBRIC, companyId: aCompany(inside, { name: "PT Pratinjau" }) },
  );
  showPreview(inside.context(), assessmentId);
  askInformants(inside.context(), assessmentId, null);
  const mail = readOutbox(inside.context()).find(({ kind }) => kind === "informant");
  const token = /\/i\/([\w-]+)/.exec(readMail(inside.context(), mail?.id ?? "").text)?.[1] ?? "";
  return {
    assessmentId,
    manager: await inside.signIn("manager", companyId),
    link: `/i/${token}`,
    informant: await inside.follow(token),
  };
}

/** Asks a member about two of their judgments; the first question is answered. */
function askTwice(
  inside: Inside,
  { assessmentId, rubric }: ReturnType<typeof anOpenAssessment>,
  memberId: string,
): void {
  for (const { key: functionKey } of rubric.functions.slice(0, 2)) {
    askClarification(inside.context(), assessmentId, { functionKey, memberId }, "Apa yang Anda lihat?");
  }
  const actor = { kind: "assessor", memberId, assessmentId } as const;
  const context = { ...inside.context(), actor };
  answerClarification(context, readQuestions(context)[0]?.id ?? "", "Etalase dan stoknya menyatu.");
}

/** An assessment whose panel judges everything again. */
function aSecondRound(inside: Inside) {
  const again = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  again.members.forEach((member, person) => {
    judge(
      inside,
      again,
      member,
      again.rubric.functions.map((_fn, place) => ((place + person) % 5) + 1),
    );
  });
  openRound(inside.context(), again.assessmentId, { functions: "all" });
  return again;
}

/** Evidence of a member that speaks for the second function, with everything but a file. */
function giveEvidence(
  inside: Inside,
  { assessmentId, rubric }: ReturnType<typeof anOpenAssessment>,
  memberId: string,
): Promise<string> {
  const actor = { kind: "assessor", memberId, assessmentId } as const;
  const where = { date: "2026-06-03", source: "Bagian merek", link: "https://example.com/pedoman" };
  const functions = [rubric.functions[1]?.key ?? ""];
  const evidence = { kind: "document", note: "Pedoman merek 2025", ...where, functions } as const;
  return addEvidence({ ...inside.context(), actor }, evidence, null);
}

/** The sample company of the first start with its latest assessment. */
function findSample(inside: Inside) {
  const company = readCompanies(inside.context()).find(({ sample }) => sample);
  if (!company) throw new Error("The first start makes a sample company");
  const assessments = readCompanyAssessments(inside.context(), company.id);
  const publishedId = assessments.find(({ state }) => state === "published")?.id ?? "";
  return { companyId: company.id, assessmentId: assessments.at(-1)?.id ?? "", publishedId };
}
