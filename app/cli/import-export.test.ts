import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { anAssessment, csv, emptyStore, listed, rows, runOn } from "./fixtures";

describe("import and export", () => {
  it("brings judgments in and takes them out again", async () => {
    const { services, context } = emptyStore();
    const { idOf } = await listed(services);
    const file = join(temporaryFolder(), "out.csv");
    const exported = await runOn(services, ["export", idOf("closed"), "--format", "csv", "--output", file]);
    expect(exported).toEqual({ code: 0, out: "", err: "" });
    const copy = anAssessment(context(), { rubricKey: "omnichannel-maturity", quorum: 3 });
    const imported = await runOn(services, ["import", file, "--assessment", copy]);
    expect({ code: imported.code, err: imported.err }).toEqual({ code: 0, err: "" });
    expect(imported.out).toContain("Judgments stored            72\n");
    expect(imported.out).toContain("People added to the panel   8: assessor-1, ");
    const again = await runOn(services, ["export", copy, "--format", "csv"]);
    expect(again.out).toBe(readFileSync(file, "utf8"));
    const json = JSON.parse((await runOn(services, ["export", copy, "--format", "json"])).out);
    expect(json.overall).toMatchObject({ typical: 3, attained: 2, binding: ["data"] });
    expect(json.functions).toHaveLength(9);
  });

  it("lists every bad line and imports nothing", async () => {
    const { services, context } = emptyStore();
    await runOn(services, ["seed"]);
    const id = anAssessment(context());
    const before = rows(services.db, "select count(*) as n from judgment");
    const lines = ["Ayu,expert,intake,5,,", 'Ayu,expert,"in\ntake",3,9,', "Budi,,learning,1.5,,"];
    const text = csv(...lines).replaceAll("\n", "\r\n");
    const { code, out, err } = await runOn(services, [
      "import",
      put(temporaryFolder(), "bad.csv", text),
      "--assessment",
      id,
    ]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n")).toEqual([
      "Nothing was imported, because of 5 problems:",
      expect.stringMatching(/^ {2}line 2, level: found "5"; allowed: a whole number from 1 to 4, or nothing/),
      expect.stringMatching(/^ {2}line 3, function: found "in take"; allowed: intake, resolution, learning/),
      expect.stringMatching(/^ {2}line 3, confidence: found "9"; allowed: 1, 2, 3, low/),
      expect.stringMatching(/^ {2}line 5, level: found "1\.5"; allowed: /),
      expect.stringMatching(
        /^ {2}line 5, perspective: found nothing; allowed: a perspective, as "Budi" is not/,
      ),
      "",
    ]);
    expect(rows(services.db, "select count(*) as n from judgment")).toEqual(before);
  });

  it("refuses a closed assessment, an unknown one and a file that is no text", async () => {
    const { services } = emptyStore();
    const { idOf } = await listed(services);
    const file = put(temporaryFolder(), "one.csv", csv("Ayu,expert,data,3,,"));
    const into = async (id: string, from = file) => {
      const { code, err } = await runOn(services, ["import", from, "--assessment", id]);
      expect(code).toBe(1);
      return err;
    };
    for (const state of ["closed", "published"]) {
      expect(await into(idOf(state))).toBe(
        `The assessment is ${state}; only a draft or an open one takes judgments.\n`,
      );
    }
    expect(await into("nowhere")).toBe("There is no assessment nowhere; `list` shows what there is.\n");
    const utf16 = join(temporaryFolder(), "utf16.csv");
    writeFileSync(utf16, `\uFEFF${csv()}`, "utf16le");
    expect(await into(idOf("closed"), utf16)).toContain("is not UTF-8 text");
  });

  it("tells its progress only when it takes longer than a second", async () => {
    const { services, context } = emptyStore();
    await runOn(services, ["seed"]);
    const lines = ["intake", "resolution", "learning"].map((key) => `Ayu,expert,${key},2,,`);
    const file = put(temporaryFolder(), "slow.csv", csv(...lines));
    const importInto = async (step: number) => {
      let now = 0;
      const clock = () => {
        now += step;
        return now;
      };
      return runOn(services, ["import", file, "--assessment", anAssessment(context())], clock);
    };
    expect((await importInto(1)).err).toBe("");
    expect((await importInto(600)).err).toBe("lines imported: 2 of 3\n");
  });

  it("refuses to export what is not there and to write where nothing can be", async () => {
    const { services } = emptyStore();
    const { idOf } = await listed(services);
    const { code, err } = await runOn(services, ["export", "nowhere", "--format", "json"]);
    expect({ code, err }).toEqual({
      code: 1,
      err: "There is no assessment nowhere; `list` shows what there is.\n",
    });
    const target = join(temporaryFolder(), "not/there.json");
    const written = await runOn(services, ["export", idOf("closed"), "--format", "json", "--output", target]);
    expect(written.code).toBe(1);
    expect(written.err).toContain(`${target} cannot be written: ENOENT`);
  });
});
