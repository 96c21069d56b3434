import { expect } from "@playwright/test";
import { m } from "~/i18n/messages";
import { judgeAll, sitDown } from "../support/assessor-steps";
import {
  addAssessment,
  addCompany,
  addMember,
  addViewer,
  becomeOwner,
  COMPANY,
  closeAndPublish,
  type Member,
  openAndInvite,
} from "../support/consultant-steps";
import { expectedOverall } from "../support/expected";
import { textOf } from "../support/html";
import { reportLines } from "../support/report";
import { shippedRubric } from "../support/rubrics";
import { test } from "../support/site";

test.use({ server: "journey" });

const MEMBERS: Member[] = [
  { name: "Ratna Wulandari", email: "ratna@example.com", perspective: "expert" },
  { name: "Bayu Prasetyo", email: "bayu@example.com", perspective: "insider" },
];
const VIEWER = { name: "Hendra Kusuma", email: "hendra@example.com", password: "sebelas kapal layar" };

test("a whole assessment, from the first start to the report that the company reads", async ({
  page,
  newPerson,
  site,
  language,
}) => {
  const rubric = shippedRubric("omnichannel-maturity");
  const judgments = MEMBERS.map((_member, person) =>
    rubric.functions.map((_fn, place) => 1 + ((place + person) % rubric.levels.length)),
  );

  await becomeOwner(page, site.ownerLink, language);
  await addCompany(page, language);
  await addAssessment(page, rubric, "Penilaian 2026", language);
  for (const member of MEMBERS) await addMember(page, member, language);
  const links = await openAndInvite(page, MEMBERS, language);

  for (const [place, member] of MEMBERS.entries()) {
    const assessor = await newPerson();
    await sitDown(assessor, links[place] ?? "", member.name, language);
    await judgeAll(assessor, rubric, judgments[place] ?? [], language);
  }

  await closeAndPublish(page, language);
  const invitation = await addViewer(page, VIEWER, language);

  const viewer = await newPerson();
  await viewer.goto(invitation);
  await viewer.getByLabel(m.account_new_password({}, { locale: language })).fill(VIEWER.password);
  await viewer.getByRole("button", { name: m.account_password_button({}, { locale: language }) }).click();
  await expect(viewer.getByRole("heading", { level: 1 })).toHaveText(COMPANY);
  await viewer
    .getByRole("link", { name: m.consultant_open_report({}, { locale: language }) })
    .first()
    .click();
  const summary = m.report_summary_title({}, { locale: language });
  await expect(viewer.getByRole("heading", { name: summary })).toBeVisible();
  await expect(viewer.locator("html")).toHaveAttribute("lang", language);
  const text = textOf(await viewer.content());
  for (const line of reportLines(rubric, expectedOverall(judgments, 2), language))
    expect(text).toContain(line);
});
