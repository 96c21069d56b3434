import { describe, expect, it } from "vitest";
import { m } from "~/i18n/messages";
import { aCompany, anAssessment, aPanel, MAIN_RUBRIC } from "../../tests/support/factories";
import { twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { importMembers, MemberProblems, MOST_MEMBERS, previewMembers } from "./import-members";
import { readPanel } from "./panel";
import { readTable } from "./read-table";

function place() {
  const db = twoWorkspaces();
  const app = { db, context: () => workingContext(db) };
  const id = anAssessment(app, aCompany(app), { rubricKey: MAIN_RUBRIC });
  const look = async (text: string) => previewMembers(app.context(), id, await readTable(text));
  const take = async (text: string) => importMembers(app.context(), id, await readTable(text));
  const panel = () => readPanel(app.context(), id);
  return { app, id, look, take, panel };
}

describe("a table of members", () => {
  it("is read by its header, whichever the language and order", async () => {
    const { take, panel } = place();
    expect(
      await take(
        "Surel,Nama,Bobot,Alasan bobot,Sudut pandang,Fungsi\n" +
          'ANI@example.com,Ani,"1,5",Pakar senior,Pakar,data; Teknologi\n' +
          "budi@example.com, Budi ,,,insider,semua\n",
      ),
    ).toBe(2);
    expect(panel()).toMatchObject([
      {
        ...{ name: "Ani", email: "ani@example.com", perspective: "expert", weight: 1.5 },
        ...{ weightReason: "Pakar senior", functions: ["data", "technology"] },
      },
      { name: "Budi", perspective: "insider", weight: 1, weightReason: "", functions: null },
    ]);
  });

  it("is read in the usual order without a header", async () => {
    const { take, panel } = place();
    expect(await take("Ani\tani@example.com\tOutsider\n".replace("Outsider", "Orang dalam"))).toBe(1);
    expect(await take("Citra\tcitra@example.com\tcustomer\t2\tPelanggan terbesar\tdata|strategy")).toBe(1);
    expect(panel().map(({ name, perspective }) => [name, perspective])).toEqual([
      ["Ani", "insider"],
      ["Citra", "customer"],
    ]);
  });

  it("tells everything that is wrong, line by line, and adds nobody", async () => {
    const { app, id, look, take, panel } = place();
    aPanel(app, id, ["expert"]);
    const text = [
      "name;email;perspective;weight;reason;functions",
      ";x@example.com;expert;;;",
      "Dua;bukan alamat;expert;;;",
      "Tiga;tiga@example.com;boss;11;;tarot",
      "Empat;TIGA@example.com;expert;2;;",
      "Lima;anggota1@example.com;expert;0;;",
      "Enam;enam@example.com;expert;;;",
    ].join("\n");
    const { lines, problems } = await look(text);
    const found = lines.map(({ line, problems }) => [line, ...problems.map(({ column }) => column)]);
    expect(found).toEqual([
      [2, "name"],
      [3, "email"],
      [4, "perspective", "weight", "functions"],
      [5, "email", "weightReason"],
      [6, "email", "weight"],
      [7],
    ]);
    expect(problems).toContain(
      `${m.import_problem_line({ line: 5 })}: ${m.panel_import_twice({ email: "tiga@example.com", line: 4 })}`,
    );
    expect(problems).toContain(
      `${m.import_problem_line({ line: 6 })}: ${m.panel_import_in_panel({ email: "anggota1@example.com" })}`,
    );
    await expect(take(text)).rejects.toThrow(MemberProblems);
    expect(panel()).toHaveLength(1);
  });

  it("says once that a needed column is missing", async () => {
    const { look } = place();
    const { problems } = await look("Nama,Peran\nAni,expert\nBudi,expert");
    expect(problems).toEqual([m.panel_import_no_column({ column: m.consultant_person_email() })]);
  });

  it("has somebody in it, and not too many", async () => {
    const { look } = place();
    expect((await look("Nama,Surel,Peran")).problems).toEqual([m.panel_import_nobody()]);
    const many = Array.from({ length: MOST_MEMBERS + 1 }, (_, n) => `A${n},a${n}@example.com,expert`);
    expect((await look(many.join("\n"))).problems).toEqual([m.panel_import_too_many({ max: MOST_MEMBERS })]);
    expect((await look(many.slice(1).join("\n"))).problems).toEqual([]);
  });
});
