import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Evidence } from "#db/evidence";
import { remarks } from "./remarks";

const item = (id: string, memberId: string, given: Partial<Evidence> = {}): Evidence => ({
  ...{ id, memberId, kind: "observation", note: id, date: null, source: "", link: null, functions: ["data"] },
  ...{ storedName: null, fileName: null, mediaType: null, size: null, sha256: null },
  ...{ createdAt: new Date(0), removedAt: null },
  ...given,
});
const judgmentsOf = (...members: string[]) => members.map((memberId) => ({ memberId, functionKey: "data" }));
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

describe("evidence as a company reads it", () => {
  it("is a text where it is an observation and nothing else, as publications have it since ever", () => {
    const members = ["m1", "m2", "m3", "m4", "m5"];
    const shown = remarks(
      judgmentsOf(...members),
      members.map((member) => item(`note of ${member}`, member)),
    );
    const inOrder = [...members].sort((a, b) => (hash(`data\n${a}`) < hash(`data\n${b}`) ? -1 : 1));
    expect(shown).toEqual(inOrder.map((member) => `note of ${member}`));
  });

  it("says what it is and where it is found, and neither who gave it nor that there is a file", () => {
    const file = {
      storedName: "f00d",
      fileName: "Budi Santoso.pdf",
      mediaType: "application/pdf",
      size: 9,
      sha256: "x",
    };
    const given = {
      kind: "document",
      date: "2026-06-03",
      source: "Bagian merek",
      link: "https://example.com/",
    } as const;
    expect(remarks(judgmentsOf("m1"), [item("Pedoman", "m1", { ...file, ...given })])).toEqual([
      { note: "Pedoman", ...given },
    ]);
    expect(remarks(judgmentsOf("m1"), [item("Pedoman", "m1", file)])).toEqual(["Pedoman"]);
  });

  it("is not given by whoever's judgment is not", () => {
    expect(remarks(judgmentsOf("m1"), [item("a", "m2")])).toEqual([]);
  });

  it("does not stand together by person, and stands the same each time", () => {
    const members = ["m1", "m2", "m3"];
    const all = members.flatMap((member) =>
      Array.from({ length: 8 }, (_, n) => item(`${member}-${n}`, member)),
    );
    const shown = remarks(judgmentsOf(...members), all).map(String);
    expect([...shown].sort()).toEqual(all.map(({ note }) => note).sort());
    const turns = shown.filter(
      (text, index) => index > 0 && text.slice(0, 2) !== shown[index - 1]?.slice(0, 2),
    );
    // Three blocks would make two turns.
    expect(turns.length).toBeGreaterThan(6);
    expect(remarks(judgmentsOf(...[...members].reverse()), all).map(String)).toEqual(shown);
  });
});
