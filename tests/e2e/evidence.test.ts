import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { listMemberEvidence } from "#db/evidence";
import { m } from "~/i18n/messages";
import type { SentFile } from "~/use-cases/evidence-file-type";
import { violations, WCAG } from "../support/axe";
import { BAD_FILES, GOOD_FILES, textOfSize } from "../support/evidence-samples";
import { anOpenAssessment, MAIN_RUBRIC } from "../support/factories";
import { lookInside } from "../support/inside";
import type { RunningServer } from "../support/server";
import { test } from "../support/site";

test.use({ server: "evidence" });
test.setTimeout(360_000);

/** An assessor at the first function of an open assessment, in a browser of their own. */
async function sitDown(page: Page, site: RunningServer) {
  const inside = lookInside(site);
  const open = anOpenAssessment(inside, { rubricKey: MAIN_RUBRIC });
  const [memberId = ""] = open.members;
  await inside.be(page, await inside.sitDown(open.assessmentId, memberId));
  const [first, second] = open.rubric.functions;
  if (!first || !second) throw new Error("The rubric has functions");
  const newPage = `/assess/functions/${first.key}/evidence/new`;
  const stored = () => listMemberEvidence(inside.db, memberId);
  return { inside, first, second, newPage, stored };
}

const chosen = ({ name, bytes }: SentFile) => ({ name, mimeType: "text/html", buffer: Buffer.from(bytes) });

/** One file for each reason for which files are refused; names that are odd cannot be sent by a browser. */
const REFUSED = (["ending", "content", "text", "empty"] as const).flatMap(
  (wanted) => BAD_FILES.find(([, fault]) => fault === wanted)?.[2] ?? [],
);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    const say = (language: "id" | "en") => ({
      file: m.evidence_file({}, { locale: language }),
      note: m.evidence_note({}, { locale: language }),
      save: m.evidence_save({}, { locale: language }),
      kind: m.evidence_kind_document({}, { locale: language }),
      saved: m.evidence_saved({}, { locale: language }),
    });

    async function fill(page: Page, words: ReturnType<typeof say>, file?: SentFile) {
      await page.getByLabel(words.kind, { exact: true }).check();
      await page.getByLabel(words.note).fill("Pedoman merek 2025");
      if (file) await page.getByLabel(words.file).setInputFiles(chosen(file));
    }

    test("one file of each kind is taken", async ({ page, site, language }) => {
      const { first, newPage, stored, inside } = await sitDown(page, site);
      const words = say(language);
      for (const file of GOOD_FILES) {
        await page.goto(newPage);
        await fill(page, words, file);
        await page.getByRole("button", { name: words.save }).click();
        await page.waitForURL(`**/assess/functions/${first.key}`);
        await expect(page.getByRole("status").getByText(words.saved)).toBeVisible();
      }
      expect(stored().map(({ fileName }) => fileName)).toEqual(GOOD_FILES.map(({ name }) => name));
      const names = stored().map(({ storedName }) => storedName);
      expect(readdirSync(join(site.dataDir, "evidence"))).toEqual(expect.arrayContaining(names));
      const [link] = GOOD_FILES;
      await page
        .locator("summary")
        .filter({ hasText: m.evidence_title({}, { locale: language }) })
        .last()
        .click();
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: link?.name }).click();
      expect((await download).suggestedFilename()).toBe(link?.name);
      inside.close();
    });

    test("no other file is taken, and what was typed stays", async ({ page, site, language }) => {
      const { newPage, stored, inside } = await sitDown(page, site);
      const words = say(language);
      await page.goto(newPage);
      await fill(page, words);
      expect(REFUSED).toHaveLength(4);
      for (const file of [...REFUSED, textOfSize(12 * 1024 ** 2)]) {
        await page.getByLabel(words.file).setInputFiles(chosen(file));
        const told = page
          .waitForResponse((response) => response.request().method() === "POST")
          .catch(() => null);
        await page.getByRole("button", { name: words.save }).click();
        if (file.bytes.length < 11 * 1024 ** 2) await told;
        await expect(page.locator("#field-file-error"), file.name).toBeVisible();
        await expect(page.getByRole("alert").getByRole("link")).toHaveAttribute("href", "#field-file");
        await expect(page.getByLabel(words.note)).toHaveValue("Pedoman merek 2025");
        await expect(page.getByLabel(words.kind, { exact: true })).toBeChecked();
      }
      expect(stored()).toEqual([]);
      inside.close();
    });

    test("what was typed into the judgment is there after adding, reusing and removing evidence", async ({
      page,
      site,
      language,
    }) => {
      const { first, second, stored, inside } = await sitDown(page, site);
      const words = say(language);
      const section = page
        .locator("summary")
        .filter({ hasText: m.evidence_title({}, { locale: language }) })
        .last();
      const button = (name: string) => page.getByRole("button", { name, exact: true });
      await page.goto(`/assess/functions/${first.key}`);
      // No level yet: only a reason.
      await page.locator("[name=rationale]").fill("Belum yakin tingkatnya");
      await section.click();
      await button(m.evidence_add({}, { locale: language })).click();
      await page.waitForURL("**/evidence/new");
      await fill(page, words);
      await page.getByRole("button", { name: words.save }).click();
      await page.waitForURL(`**/assess/functions/${first.key}`);
      await expect(page.locator("[name=rationale]")).toHaveValue("Belum yakin tingkatnya");
      await section.click();
      await expect(page.getByText("Pedoman merek 2025")).toBeVisible();

      await page.goto(`/assess/functions/${second.key}`);
      await section.click();
      await button(m.evidence_reuse({}, { locale: language })).click();
      await page.getByLabel("Pedoman merek 2025").check();
      await button(m.evidence_reuse_save({}, { locale: language })).click();
      await page.waitForURL(`**/assess/functions/${second.key}`);
      expect(stored()[0]?.functions).toEqual([first.key, second.key].sort());

      await section.click();
      await page
        .getByRole("button", {
          name: m.evidence_change_what({ note: "Pedoman merek 2025" }, { locale: language }),
        })
        .click();
      await page.waitForURL("**/assess/evidence/**");
      await page
        .locator("summary")
        .filter({ hasText: m.evidence_remove({}, { locale: language }) })
        .click();
      await button(m.evidence_remove({}, { locale: language })).click();
      await page.waitForURL(`**/assess/functions/${second.key}`);
      expect(stored()).toEqual([]);
      inside.close();
    });
  });
}

test.describe("where the network or the server fails", () => {
  test.use({ tolerated: /Failed to load resource/ });

  test("a sending that fails keeps the form and the file, and works again afterwards", async ({
    page,
    site,
    language,
  }) => {
    const { first, newPage, stored, inside } = await sitDown(page, site);
    await page.goto(newPage);
    await page.getByLabel(m.evidence_kind_data({}, { locale: language }), { exact: true }).check();
    await page.getByLabel(m.evidence_note({}, { locale: language })).fill("Angka kunjungan");
    await page
      .getByLabel(m.evidence_file({}, { locale: language }))
      .setInputFiles(chosen(textOfSize(3 * 1024 ** 2)));
    const save = page.getByRole("button", { name: m.evidence_save({}, { locale: language }) });
    const alert = page.getByRole("alert");
    const kept = () =>
      page.locator("[name=file]").evaluate((input: HTMLInputElement) => input.files?.[0]?.name);

    // The network is gone; then the server answers with an error of its own; then both are well.
    await page.context().setOffline(true);
    await save.click();
    await expect(alert).toContainText(m.evidence_not_sent({}, { locale: language }));
    await expect(alert).toBeFocused();
    expect(await violations(page, (axe) => axe.withTags(WCAG))).toEqual([]);
    await page.context().setOffline(false);
    await page.route("**/evidence/upload", (route) =>
      route.fulfill({ status: 500, body: "<h1>broken</h1>" }),
    );
    await save.click();
    await expect(alert).toContainText(m.evidence_not_sent({}, { locale: language }));
    expect(await kept()).toBe("besar.txt");
    await expect(page.getByLabel(m.evidence_note({}, { locale: language }))).toHaveValue("Angka kunjungan");
    expect(stored()).toEqual([]);

    await page.unroute("**/evidence/upload");
    await save.click();
    await page.waitForURL(`**/assess/functions/${first.key}`);
    expect(stored()).toMatchObject([{ note: "Angka kunjungan", fileName: "besar.txt", size: 3 * 1024 ** 2 }]);
    inside.close();
  });
});

test("how much of a file has been sent is shown while it is", async ({ page, site, language }) => {
  const { newPage, first, inside } = await sitDown(page, site);
  await page.goto(newPage);
  await page.getByLabel(m.evidence_kind_data({}, { locale: language }), { exact: true }).check();
  await page.getByLabel(m.evidence_note({}, { locale: language })).fill("Angka kunjungan");
  await page
    .getByLabel(m.evidence_file({}, { locale: language }))
    .setInputFiles(chosen(textOfSize(2 * 1024 ** 2)));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400 * 1024 };
  await devtools.send("Network.emulateNetworkConditions", slow);
  await page.getByRole("button", { name: m.evidence_save({}, { locale: language }) }).click();
  const bar = page.getByRole("progressbar");
  await expect(bar).toBeVisible();
  await expect.poll(() => bar.evaluate((element: HTMLProgressElement) => element.value)).toBeGreaterThan(10);
  await devtools.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await page.waitForURL(`**/assess/functions/${first.key}`, { timeout: 30_000 });
  inside.close();
});
