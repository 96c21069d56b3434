import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layOut } from "~/bundle/layout";
import { type Bundle, bundleSchema, type Unsigned } from "~/bundle/schema";
import { publicKeyOf, signBundle } from "~/bundle/sign";
import { signingKey } from "~/signing-key.server";
import { put, temporaryFolder } from "../../tests/support/temporary-folder";
import { anotherKey, sampleBundles } from "./bundle-fixtures";
import { rows, runOn } from "./fixtures";

const { services, dataDir, folder, idOf, files } = await sampleBundles();
const verify = (file: string, ...more: string[]) => runOn(services, ["bundle:verify", file, ...more]);

/** A bundle changed by whoever has a key of their own: everything is signed, but not everything is true. */
function forged(name: string, change: (bundle: Unsigned) => void): string {
  const { signature: _, ...content } = bundleSchema.parse(JSON.parse(readFileSync(files.linked, "utf8")));
  change(content);
  return put(temporaryFolder(), name, layOut(signBundle(content, anotherKey())));
}

describe("a bundle", () => {
  it("is checked and computed again without a store", async () => {
    const { signature } = JSON.parse(readFileSync(files.linked, "utf8")) as Bundle;
    const { code, out, err } = await verify(files.linked);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`key         ${signature.keyId} (compare it with`);
    expect(out).toMatch(/^bundle +PT Contoh Jasa Magang, .*, publication 1$/m);
    expect(out).toMatch(/^judgments +63 of 7 assessors, linked, have their hash$/m);
    expect(out).toMatch(
      /^recomputed +9 functions, overall, agreement\.units, .*sensitivity\.confidence; identical/m,
    );
    expect(out).not.toContain("stated only");
  });

  it("says what cannot be computed where judgments are not linked", async () => {
    const { code, out } = await verify(files.unlinked);
    expect(code).toBe(0);
    expect(out).toMatch(/^judgments +\d+ by function, not linked, have their hash$/m);
    expect(out).toMatch(/^recomputed +9 functions, overall, .*agreement\.krippendorff/m);
    expect(out).toMatch(/^stated only .*agreement\.jackknife, sensitivity\.members/m);
  });

  it("is held against a key, given as a file, with its fingerprint or in the spelling of others", async () => {
    const { pem, keyId } = publicKeyOf(signingKey(dataDir));
    const hex = keyId.replace("sha256:", "");
    const colons = (hex.match(/../g) ?? []).join(":").toUpperCase();
    for (const key of [put(folder, "key.pub", pem), keyId, hex, colons, `SHA256:${colons}`]) {
      const { code, out } = await verify(files.linked, "--key", key);
      expect({ code, asked: out.includes("(the key that was asked for)") }).toEqual({ code: 0, asked: true });
    }
    const other = await verify(files.linked, "--key", publicKeyOf(anotherKey()).keyId);
    expect(other).toMatchObject({ code: 1, out: "" });
    expect(other.err).toMatch(
      /^refused \(key\): it is signed with the key sha256:[0-9a-f]{64}, not with sha256:/,
    );
    expect((await verify(files.linked, "--key", "abc")).err).toContain("--key must be a file");
    expect((await verify(files.linked, "--key", files.linked)).err).toContain("holds no Ed25519 public key");
  });

  it("is refused with the reason, at the first thing that is wrong", async () => {
    const text = readFileSync(files.linked, "utf8");
    const written = (name: string, content: string) => put(folder, name, content);
    const cases: [string, RegExp][] = [
      [written("a.json", "PK"), /^refused \(file\): the file is not JSON/],
      [written("b.json", "[]"), /^refused \(format\): .*no bundle of Selaras/],
      [
        written("c.json", '{"format":{"name":"selaras-bundle","version":2}}'),
        /^refused \(format\): .*version 2/,
      ],
      [written("d.json", JSON.stringify(JSON.parse(text))), /^refused \(file\): .*not laid out as Selaras/],
      [written("e.json", `\uFEFF${text}`), /^refused \(file\): /],
      [
        written("f.json", text.replace('"typical": ', '"typical": 1')),
        /^refused \(signature\): the content is not/,
      ],
      [forged("schema.json", (one) => Object.assign(one, { extra: 1 })), /^refused \(schema\): .*\n.*extra/],
      [
        forged("rubric.json", ({ rubric }) => {
          rubric.document.name.en = "Another";
        }),
        /^refused \(rubric\): the rubric does not have the hash/,
      ],
      [
        forged("judgments.json", ({ judgmentsHash }) => {
          judgmentsHash.bundle = "0".repeat(64);
        }),
        /^refused \(judgments\): /,
      ],
      [
        forged("numbers.json", ({ results }) => {
          results.overall.typical = 5;
          for (const fn of results.functions) fn.mean = 1;
        }),
        /^refused \(numbers\): .*\n {2}functions\.\S+: stated .*, recomputed /,
      ],
      [forged("claims.json", (one) => one.recomputes.push("functions.nothing")), /^refused \(numbers\): /],
      [
        forged("method.json", ({ method }) => {
          method.version = "0.0.1";
        }),
        /^refused \(numbers\): it was computed by selaras-panel-method 0\.0\.1; this Selaras computes by/,
      ],
      [join(folder, "none.json"), /there is no such file/],
    ];
    for (const [file, reason] of cases) {
      const { code, out, err } = await verify(file);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toMatch(reason);
    }
  });

  it("is told apart from one that somebody else signed by its key alone", async () => {
    const foreign = forged("foreign.json", ({ assessment }) => {
      assessment.company = "PT Lain";
    });
    expect((await verify(foreign)).code).toBe(0);
    expect((await verify(foreign, "--key", publicKeyOf(signingKey(dataDir)).keyId)).code).toBe(1);
  });

  it("leaves an entry in the audit log, and is not made of nothing", async () => {
    const noted = rows(services.db, "select detail from audit_event where action = 'assessment.export'");
    expect(noted.map(({ detail }) => JSON.parse(String(detail)))).toContainEqual({ format: "bundle" });
    const missing = await runOn(services, ["bundle", "nowhere", join(folder, "x.json")]);
    expect(missing.err).toContain("There is no assessment nowhere");
    const target = join(folder, "no", "where.json");
    const unwritable = await runOn(services, ["bundle", idOf("closed"), target]);
    expect(unwritable.err).toContain(`${target} cannot be written`);
  });
});

it("takes no other kind of key", () => {
  expect(() => publicKeyOf(generateKeyPairSync("x25519").privateKey)).toThrow("is not an Ed25519 key");
});
