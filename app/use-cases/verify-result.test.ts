import { describe, expect, it } from "vitest";
import { contextOf, rows, testServices } from "~/cli/fixtures";
import { readAssessments } from "./assessments";
import { Refusal } from "./errors";
import { seedSample } from "./seed-sample";
import { verifyResult } from "./verify-result";

/** The store with the sample, and its published assessment. */
function withSample() {
  const services = testServices();
  const context = contextOf(services);
  seedSample(context, services.root);
  const assessments = readAssessments(context);
  const idOf = (state: string) => assessments.find((assessment) => assessment.state === state)?.id ?? "";
  const published = idOf("published");
  const run = (statement: string, ...values: unknown[]) =>
    services.db.$client.prepare(statement).run(...values);
  return {
    ...{ services, context, idOf, run },
    db: services.db,
    verify: () => verifyResult(context, published),
    differing: () => (verifyResult(context, published)?.differences ?? []).map(({ what }) => what),
    published,
  };
}

describe("verifying a publication", () => {
  it("finds the published sample identical", () => {
    const { verify } = withSample();
    expect(verify()).toEqual({
      identical: true,
      differences: [],
      publication: {
        number: 1,
        methodName: expect.any(String),
        methodVersion: expect.any(String),
        judgmentsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it("finds one changed judgment, and the function it belongs to", () => {
    const { db, run, verify, differing, published } = withSample();
    const [row] = rows(
      db,
      `select judgment.id, level from judgment join panel_member on panel_member.id = member_id
       where assessment_id = ? and function_key = 'data' and level = 1`,
      published,
    );
    expect(row).toBeDefined();
    run("update judgment set level = 5 where id = ?", row?.id);
    expect(verify()?.identical).toBe(false);
    expect(differing()).toContain("judgmentsHash");
    expect(differing()).toContain("publication.judgmentsHash");
    expect(differing()).toContain("score.functions.data.distribution");
    const functions = differing().filter((what) => what.startsWith("score.functions."));
    expect(functions.every((what) => what.startsWith("score.functions.data."))).toBe(true);
    run("update judgment set level = ? where id = ?", row?.level, row?.id);
    expect(verify()?.identical).toBe(true);
  });

  it("finds a changed setting, a removed member and a judgment added behind its back", () => {
    const { run, verify, published } = withSample();
    const tampered = (forth: string, back: string) => {
      run(forth, published);
      const found = verify()?.identical;
      run(back, published);
      expect(verify()?.identical).toBe(true);
      return found;
    };
    const quorum = (to: number) => `update assessment set quorum = ${to} where id = ?`;
    expect(tampered(quorum(5), quorum(3))).toBe(false);
    const removed = (to: string) =>
      `update panel_member set removed_at = ${to} where assessment_id = ? and position = 1`;
    expect(tampered(removed("1"), removed("null"))).toBe(false);
  });

  it("finds a changed rubric", () => {
    const { run, differing } = withSample();
    run("update rubric_snapshot set document = replace(document, 'Cross-channel', 'Crossed')");
    expect(differing()).toEqual(["rubric text"]);
  });

  it("finds a result that was computed by another version of the method", () => {
    const { run, differing } = withSample();
    run("update publication set method_version = '0.0.1'");
    expect(differing()).toEqual(["publication.method.version"]);
  });

  it("finds a frozen result that was edited, down to its spelling", () => {
    const { run, differing } = withSample();
    run("update publication set result = result || ' '");
    expect(differing()).toEqual(["spelling"]);
    run(`update publication set result = json_set(result, '$.score.overall.typical', 4)`);
    expect(differing()).toEqual(["score.overall.typical"]);
  });

  it("has nothing to say where nothing was published", () => {
    const { context, idOf } = withSample();
    expect(verifyResult(context, idOf("closed"))).toBeNull();
    expect(() => verifyResult(context, "nowhere")).toThrow(Refusal);
  });
});
