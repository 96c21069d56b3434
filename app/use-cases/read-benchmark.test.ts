import { expect, it } from "vitest";
import type { Company } from "#db/companies";
import { aCompany, aJudgedAssessment, MAIN_RUBRIC } from "../../tests/support/factories";
import { account, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { readBenchmark } from "./read-benchmark";

const ALL = { industry: null, size: null };

function place() {
  const db = twoWorkspaces();
  for (const id of ["w", "w2"]) account(db, `owner-${id}`, [[id, "owner"]]);
  const at = (workspaceId: string) => ({
    context: () => workingContext(db, `owner-${workspaceId}`, workspaceId),
  });
  /** A company that is published with one level for every function. */
  const published = (level: number, company: Partial<Company> = {}, workspaceId = "w") => {
    const app = at(workspaceId);
    const row = new Array(9).fill(level);
    const companyId = aCompany(app, company);
    aJudgedAssessment(app, [row, row, row], { rubricKey: MAIN_RUBRIC, published: true, companyId });
    return companyId;
  };
  return { context: at("w").context, published };
}

it("holds a company against five others or more of its workspace, and names none", () => {
  const { context, published } = place();
  const own = published(3, { name: "PT Sendiri" });
  for (const level of [1, 2, 2, 4]) published(level, { name: "PT Rahasia" });
  published(5, {}, "w2");
  const read = () => readBenchmark(context(), own, { group: ALL, locale: "id" });
  expect(read()).toMatchObject({ peers: 4, typical: { own: 3, n: 0, median: null } });
  published(4, { name: "PT Rahasia" });
  expect(read()).toMatchObject({
    peers: 5,
    minimum: 5,
    typical: { own: 3, n: 5, median: 2, lowerQuartile: 2, upperQuartile: 4 },
  });
  expect(read()?.functions[0]).toMatchObject({ own: 3, n: 5, median: 2 });
  expect(JSON.stringify(read())).not.toMatch(/Rahasia/);
});

it("counts only companies of the group, and nobody while nothing is published", () => {
  const { context, published } = place();
  const own = published(3, { industry: "trade", size: "small" });
  for (let index = 0; index < 5; index++) published(2, { industry: "trade", size: "small" });
  published(5, { industry: "finance", size: "small" });
  const read = (group: Parameters<typeof readBenchmark>[2]["group"]) =>
    readBenchmark(context(), own, { group, locale: "en" });
  expect(read(ALL)?.peers).toBe(6);
  expect(read({ industry: "trade", size: "small" })).toMatchObject({ peers: 5, typical: { median: 2 } });
  expect(read({ industry: "finance", size: null })).toMatchObject({
    peers: 1,
    typical: { n: 0, median: null },
  });
  const unpublished = aCompany({ context });
  expect(readBenchmark(context(), unpublished, { group: ALL, locale: "en" })).toBeNull();
});
