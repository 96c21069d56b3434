import { expect, type Page } from "@playwright/test";
import { setTotpSecret } from "#db/second-factor";
import { readCompanyAssessments } from "~/use-cases/assessments";
import { readCompanies } from "~/use-cases/companies";
import { readOutbox } from "~/use-cases/outbox";
import { inviteMember } from "~/use-cases/panel";
import { addresses, fill } from "./build";
import { aCompany, anAssessment, anOpenAssessment, aPanel, judge, MAIN_RUBRIC } from "./factories";
import { type Inside, lookInside } from "./inside";
import type { Person } from "./people";
import type { RunningServer } from "./server";

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
  const { ids, more, readerOf } = await setScene(inside);
  const pages = (await addresses()).filter(({ draws, path }) => draws && !path.includes("*"));
  const visits = pages.map(({ path }): Visit => {
    // The link of this scene leads to a panel; as a link to an account it is a dead one.
    const status = path === "/account/:token" || path === "/confirm-email/:token" ? 404 : 200;
    return { path: fill(path, ids), as: readerOf(path), status };
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
  const draftCompany = aCompany(inside, { name: "PT Baru" });
  const draft = anAssessment(inside, draftCompany, { rubricKey: MAIN_RUBRIC });
  aPanel(inside, draft);
  const owner = await inside.signIn("owner");
  const assessor = await inside.sitDown(open.assessmentId, begun);
  const done = await inside.sitDown(open.assessmentId, finished);
  const viewer = await inside.signIn("viewer", sample.companyId);
  const colleague = await inside.signIn("consultant");
  const withFactor = await inside.signIn("consultant");
  setTotpSecret(inside.db, withFactor.userId, "sealed");
  const owesFactor = await inside.halfWay(colleague.userId);
  const owesCode = await inside.halfWay(withFactor.userId);
  const visit = (path: string, as: Person): Visit => ({ path, as, status: 200 });
  return {
    ids: {
      companyId: sample.companyId,
      assessmentId: open.assessmentId,
      memberId: begun,
      key: MAIN_RUBRIC,
      functionKey: open.rubric.functions[0]?.key ?? "",
      token: inviteMember(inside.context(), open.assessmentId, invited),
      userId: colleague.userId,
      // The newest message: the invitation that was just made.
      mailId: readOutbox(inside.context())[0]?.id ?? "",
    },
    readerOf(path: string): Person | null {
      if (path === "/assess/done") return done;
      if (/^\/assess(\/|$)/.test(path)) return assessor;
      if (path === "/sign-in/enrol") return owesFactor;
      if (path === "/sign-in/code") return owesCode;
      return /^\/(companies|assessments|people|mail|me|audit|workspace)(\/|$)/.test(path) ? owner : null;
    },
    more: [
      visit(`/companies/${sample.companyId}/assessments/new?rubric=${MAIN_RUBRIC}`, owner),
      visit(`/companies/${draftCompany}`, owner),
      visit(`/assessments/${draft}`, owner),
      visit(`/assessments/${draft}/delete`, owner),
      visit(`/assessments/${sample.assessmentId}`, owner),
      visit(`/assessments/${sample.assessmentId}/report`, owner),
      visit(`/companies/${sample.companyId}`, viewer),
      visit("/assess", done),
    ],
  };
}

/** The sample company of the first start with its latest assessment. */
function findSample(inside: Inside) {
  const company = readCompanies(inside.context()).find(({ sample }) => sample);
  if (!company) throw new Error("The first start makes a sample company");
  const assessments = readCompanyAssessments(inside.context(), company.id);
  return { companyId: company.id, assessmentId: assessments.at(-1)?.id ?? "" };
}
