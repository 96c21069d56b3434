import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkBundle } from "~/bundle/check";
import { type Bundle, bundleJsonSchema, bundleSchema } from "~/bundle/schema";
import { publicKeyOf } from "~/bundle/sign";
import { SIGNING_KEY_FILE } from "~/signing-key.server";
import { createTestApp, type TestApp } from "../support/app";
import { aJudgedAssessment, SMALL_RUBRIC } from "../support/factories";
import type { Account } from "../support/people";

let app: TestApp;
let consultant: Account;
let viewer: Account;
let assessmentId: string;

beforeAll(async () => {
  app = await createTestApp();
  const levels = [3, 3, 2].map((level) => [level, level, level]);
  const made = aJudgedAssessment(app, levels, { rubricKey: SMALL_RUBRIC, published: true });
  assessmentId = made.assessmentId;
  consultant = await app.signIn("consultant");
  viewer = await app.signIn("viewer", made.companyId);
});

const at = (file: string) => `/assessments/${assessmentId}/${file}`;
const bundle = async (as: Account, query = "") => {
  const { body, headers } = await app.get(at(`bundle.json${query}`), { as });
  return { ...checkBundle(Buffer.from(body)), disposition: headers.get("Content-Disposition") };
};
const noted = () =>
  app.services.db.$client
    .prepare(
      "select json_extract(detail, '$.format') from audit_event where action = 'assessment.export' order by id",
    )
    .pluck()
    .all();

describe("the bundle", () => {
  it("has the judgments linked for consultants, also unlinked if they ask, and only so for readers", async () => {
    const kind = async (as: Account, query?: string) => (await bundle(as, query)).bundle.judgments.kind;
    expect(await kind(consultant)).toBe("linked");
    expect(await kind(consultant, "?judgments=unlinked")).toBe("unlinked");
    expect(await kind(viewer)).toBe("unlinked");
    expect(await kind(viewer, "?judgments=linked")).toBe("unlinked");
    expect((await bundle(viewer)).disposition).toMatch(
      /^attachment; filename="selaras-[\w-]+-bundle\.json"$/,
    );
  });

  it("is signed with the key that anybody can read, and described by the schema that it names", async () => {
    const { body } = await app.get("/.well-known/selaras-signing-key", { as: app.visitor() });
    const { signature, $schema } = (await bundle(viewer)).bundle;
    expect(publicKeyOf(body).keyId).toBe(signature.keyId);
    expect(signature.publicKey).toBe(body);
    const { pathname, origin } = new URL($schema);
    expect(origin).toBe(new URL(app.url("/")).origin);
    const served = JSON.parse((await app.get(pathname, { as: app.visitor() })).body);
    expect(served).toEqual(JSON.parse(JSON.stringify(bundleJsonSchema())));
    const found: Bundle = (await bundle(consultant)).bundle;
    expect(bundleSchema.parse(found)).toEqual(found);
  });

  it("is explained on a page with the fingerprint, and offered beside the report", async () => {
    const { signature } = (await bundle(viewer)).bundle;
    const help = await app.get("/help/bundle", { as: app.visitor() });
    expect(help.body).toContain(signature.keyId);
    const report = await app.get(at("report"), { as: viewer });
    for (const href of [at("bundle.json"), at("functions.csv"), "/help/bundle"]) {
      expect(report.body).toContain(`href="${href}"`);
    }
  });

  it("is not made by a key that is none: that is told in the log, and nothing is signed", async () => {
    const other = await createTestApp();
    const made = aJudgedAssessment(other, [[2, 2, 2]], { rubricKey: SMALL_RUBRIC, published: true });
    const path = `/assessments/${made.assessmentId}/bundle.json`;
    const as = await other.signIn("consultant");
    expect((await other.get(path, { as })).status).toBe(200);
    writeFileSync(join(other.services.env.DATA_DIR, SIGNING_KEY_FILE), "nothing");
    const refused = await other.get(path, { as });
    expect(refused.status).toBe(500);
    expect(refused.body).not.toContain("signature");
  });
});

describe("taking data along", () => {
  it("leaves one entry each, with its form, and none for a figure", async () => {
    const before = noted().length;
    const files = ["export.csv", "functions.csv", "export.json", "bundle.json", "report.pdf", "report.pptx"];
    for (const file of [...files, "report.xlsx", "figures/radar.svg", "figures/radar.png"]) {
      expect((await app.get(at(file), { as: viewer })).status).toBe(200);
    }
    const formats = ["csv", "functions-csv", "json", "bundle", "pdf", "pptx", "xlsx"];
    expect(noted().slice(before)).toEqual(formats);
  });

  it("leaves none where it is refused", async () => {
    const before = noted().length;
    const stranger = await app.signIn("viewer", aJudgedAssessment(app, [[1, 1, 1]]).companyId);
    expect((await app.get(at("export.json"), { as: stranger })).status).toBe(404);
    expect((await app.get(at("bundle.json"), { as: app.visitor() })).status).toBe(302);
    expect(noted()).toHaveLength(before);
  });

  it("goes on where the log takes no entry", async () => {
    const { $client } = app.services.db;
    const before = noted().length;
    $client.exec(
      "create trigger no_entry before insert on audit_event begin select raise(abort, 'locked'); end",
    );
    try {
      const { status, body } = await app.get(at("bundle.json"), { as: viewer });
      expect(status).toBe(200);
      expect(checkBundle(Buffer.from(body)).recomputed).toContain("overall");
    } finally {
      $client.exec("drop trigger no_entry");
    }
    expect(noted()).toHaveLength(before);
  });
});
