import { describe, expect, it } from "vitest";
import { readCompanies, removeCompany } from "~/use-cases/companies";
import { anAssessment, emptyStore, listed, runOn, testServices } from "./fixtures";

describe("seed", () => {
  it("adds the sample to an empty store and says what it is called", async () => {
    const { services } = emptyStore();
    const { code, out } = await runOn(services, ["seed"]);
    const { companies, assessments } = await listed(services);
    expect(code).toBe(0);
    expect(out).toMatch(/^The sample company was added\.\n/);
    expect(companies).toHaveLength(1);
    for (const { id } of [...companies, ...assessments]) expect(out).toContain(id);
  });

  it("adds it once, and again when it was removed", async () => {
    const { services, context } = emptyStore();
    await runOn(services, ["seed"]);
    expect((await runOn(services, ["seed"])).out).toMatch(/^The sample company is there already\.\n/);
    const [sample] = readCompanies(context());
    removeCompany(context(), sample?.id ?? "");
    expect((await runOn(services, ["seed"])).out).toMatch(/^The sample company was added\.\n/);
    expect(readCompanies(context())).toHaveLength(1);
  });
});

describe("list", () => {
  it("gives the ids, states and levels as JSON", async () => {
    const { services } = emptyStore();
    const { assessments } = await listed(services);
    expect(assessments).toMatchObject([
      {
        state: "closed",
        asOf: "2026-06-30",
        rubric: { key: "omnichannel-maturity" },
        overall: { typical: 3 },
      },
      { state: "published", overall: { typical: 2, typicalName: "Multi-channel" } },
    ]);
  });

  it("gives them as text, with no level for what is not closed", async () => {
    const { services, context } = emptyStore();
    const { assessments, companies } = await listed(services);
    const draft = anAssessment(context());
    const { out } = await runOn(services, ["list"]);
    for (const { id } of [...assessments, ...companies]) expect(out).toContain(id);
    expect(out).toContain("3 Cross-channel");
    expect(out).toMatch(new RegExp(`${draft} .* -$`, "m"));
  });

  it("says so when there is no company", async () => {
    const { services } = { services: testServices() };
    expect(await runOn(services, ["list"])).toEqual({ code: 0, out: "There is no company yet.\n", err: "" });
    expect(JSON.parse((await runOn(services, ["list", "--json"])).out)).toEqual({
      companies: [],
      assessments: [],
    });
  });
});
