import { expect } from "@playwright/test";
import { m } from "~/i18n/messages";
import { inviteMember } from "~/use-cases/panel";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import { test } from "../support/site";

test.use({ server: "decline" });

test("an assessor declines from the invitation, and the consultant puts somebody else in their place", async ({
  page,
  newPerson,
  site,
  language,
}) => {
  const options = { locale: language };
  const inside = lookInside(site);
  const { assessmentId, members } = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC, language });
  const link = `/i/${inviteMember(inside.context(), assessmentId, members[0] ?? "")}`;
  await page.goto(link);
  await page.getByRole("button", { name: m.panel_decline_link({}, options) }).click();
  await page.getByLabel(m.panel_decline_reason({}, options)).fill("Cuti");
  await page.getByRole("button", { name: m.panel_decline_button({}, options) }).click();
  await expect(page.getByText(m.panel_declined_said({}, options))).toBeVisible();

  const consultant = await newPerson();
  await inside.be(consultant, await inside.signIn("consultant"));
  await consultant.goto(`/assessments/${assessmentId}`);
  await consultant.getByRole("link", { name: m.panel_replace_one({ name: "Anggota 1" }, options) }).click();
  await consultant.getByLabel(m.consultant_person_name({}, options)).fill("Ratih");
  await consultant.getByLabel(m.consultant_person_email({}, options)).fill("ratih@example.com");
  await consultant.getByRole("button", { name: m.panel_replace_button({}, options) }).click();
  await expect(consultant.getByRole("rowheader", { name: "Ratih" })).toContainText(
    m.panel_replaces({ name: "Anggota 1" }, options),
  );
  await page.goto("/assess");
  await expect(page).toHaveURL(/\/invitation$/);
  inside.close();
});
