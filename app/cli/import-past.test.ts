import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { aWorkbook } from "../../tests/support/workbook";
import { anAssessment, contextOf, rows, runOn, SMALL_RUBRIC, testServices } from "./fixtures";

function aStoreWithCompany() {
  const services = testServices();
  anAssessment(contextOf(services));
  const company = String(rows(services.db, "select id from company")[0]?.id);
  const imported = () =>
    rows(services.db, "select as_of, state, language from assessment where state = 'closed' order by as_of");
  const run = (file: string, ...more: string[]) =>
    runOn(services, ["import:past", file, "--company", company, "--rubric", SMALL_RUBRIC, ...more]);
  return { services, imported, run };
}

it("imports a workbook, after saying with --dry-run what that would make", async () => {
  const { imported, run } = aStoreWithCompany();
  const file = join(temporaryFolder(), "old.xlsx");
  const day = new Date("2024-12-31T00:00:00Z");
  writeFileSync(
    file,
    await aWorkbook([
      ["Tanggal", "Nama", "intake", "?"],
      [day, "Ayu", 2, "x"],
    ]),
  );
  const dry = await run(file, "--dry-run");
  expect(dry).toMatchObject({ code: 0, err: "" });
  expect(dry.out).toMatch(/^Tanggal +asOf$/m);
  expect(dry.out).toMatch(/^\? +ignore$/m);
  expect(dry.out).toContain("Nothing was stored.");
  expect(imported()).toEqual([]);
  const done = await run(file, "--language", "en");
  expect(done).toMatchObject({ code: 0, err: "" });
  expect(done.out).toMatch(/^2024-12-31 +Service desk maturity December 2024 +1 +1$/m);
  expect(imported()).toEqual([{ as_of: "2024-12-31", state: "closed", language: "en" }]);
});

it("takes one date for all rows, and lists every problem in English", async () => {
  const { imported, run } = aStoreWithCompany();
  const file = put(temporaryFolder(), "old.csv", "fungsi;tingkat\nintake;9\nbudget;1\n");
  for (const more of [[], ["--dry-run"]]) {
    const { code, err } = await run(file, "--as-of", "2024-12-31", ...more);
    expect({ code, err }).toEqual({
      code: 1,
      err: [
        "Nothing was imported, because of 2 problems:",
        '  Line 2, tingkat: found "9"; allowed: a whole number from 1 to 4, or nothing for "cannot judge"',
        '  Line 3, fungsi: found "budget"; allowed: intake, resolution, learning, or a function\'s name',
        "",
      ].join("\n"),
    });
  }
  expect(imported()).toEqual([]);
});

it("says which file, rubric, company or date is none", async () => {
  const { services, run } = aStoreWithCompany();
  const folder = temporaryFolder();
  const file = put(folder, "old.csv", "d,intake\n2024-12-31,1\n");
  const told = async (...args: string[]) => (await runOn(services, ["import:past", ...args])).err;
  expect((await run(join(folder, "none.csv"))).err).toContain("there is no such file");
  expect((await run(put(folder, "empty.csv", ""))).err).toBe("The file is empty.\n");
  expect((await run(file, "--as-of", "31/12/2024")).err).toContain("--as-of must be a date");
  expect(await told(file, "--company", "none", "--rubric", SMALL_RUBRIC)).toContain(
    "There is no company none",
  );
  expect(await told(file, "--company", "none", "--rubric", "none")).toContain("There is no rubric none.");
});
