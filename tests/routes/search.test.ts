import { beforeEach, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../support/app";
import { aCompany, aJudgedAssessment, anAssessment } from "../support/factories";
import { attributes, textOf } from "../support/html";
import type { Person } from "../support/people";

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const found = async (q: string, as: Person) => {
  const { body } = await app.get(`/search.json?q=${encodeURIComponent(q)}`, { as });
  const { companies, assessments } = JSON.parse(body) as Record<string, { title: string; href: string }[]>;
  return [companies, assessments].map((hits) => hits?.map(({ title }) => title));
};

it("finds companies and assessments by a part of the name, signs that databases know meaning themselves", async () => {
  const owner = await app.signIn("owner");
  const companyId = aCompany(app, { name: "PT 100%_Toko" });
  aCompany(app, { name: "PT Lain" });
  const id = anAssessment(app, companyId, { title: "Gelombang satu" });
  expect(await found("toko", owner)).toEqual([["PT 100%_Toko"], ["Gelombang satu"]]);
  expect(await found("%_", owner)).toEqual([["PT 100%_Toko"], ["Gelombang satu"]]);
  expect(await found("GELOMBANG", owner)).toEqual([[], ["Gelombang satu"]]);
  expect(await found("'; --", owner)).toEqual([[], []]);
  expect(await found(" ", owner)).toEqual([[], []]);
  const { body } = await app.get("/search?q=toko", { as: owner });
  expect(attributes(body, "a", "href")).toEqual(
    expect.arrayContaining([`/companies/${companyId}`, `/assessments/${id}`]),
  );
});

it("finds nothing for readers of a company that is not theirs or not published", async () => {
  const { companyId } = aJudgedAssessment(app, [[3, 3, 3]], { published: true, title: "Terbit" });
  anAssessment(app, companyId, { title: "Terbit nanti" });
  aJudgedAssessment(app, [[3, 3, 3]], { published: true, title: "Terbit milik lain" });
  const viewer = await app.signIn("viewer", companyId);
  expect((await found("terbit", viewer))[1]).toEqual(["Terbit"]);
  const { body } = await app.get("/search?q=terbit", { as: viewer });
  expect(textOf(body)).not.toContain("milik lain");
});
