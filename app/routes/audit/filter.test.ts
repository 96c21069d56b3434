import { expect, it } from "vitest";
import { auditHref, readFilter, writeActor } from "./filter";

const read = (search: string) => readFilter(`http://selaras.test/audit${search}`);

it("reads back what it writes", () => {
  const actor = { kind: "user", id: "5b1f0a52-0000-4000-8000-000000000001" } as const;
  const href = auditHref({ action: "company.create", person: writeActor(actor) }, 40);
  expect(read(href.slice("/audit".length))).toMatchObject({ action: "company.create", actor, before: 40 });
  expect(auditHref({ action: "", person: "" })).toBe("/audit");
});

it.each(["assessor", "system", "visitor"])("reads %s as everybody of that kind", (kind) => {
  expect(read(`?person=${kind}`).actor).toEqual({ kind, id: null });
});

it.each([
  "?before=abc",
  "?before=-1",
  "?before=1e9",
  "?person=user:",
  "?person=__proto__",
  "?person=user:%3Cimg%3E",
  "?action=%3Cscript%3E",
  `?action=${"x".repeat(500)}`,
])("takes %s for no filter at all", (search) => {
  const { action, actor, before, text } = read(search);
  expect({ action, actor, before, text }).toEqual({ text: { action: "", person: "" } });
});
