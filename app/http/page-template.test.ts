import fc from "fast-check";
import { expect, it } from "vitest";
import { type DrawnPage, fill, slot, templateOf } from "./page-template";
import { joined } from "./piece";

const NAMES = { one: "text", two: "text", name: "text", drawn: "markup" } as const;
const filled = (page: DrawnPage, texts: Record<string, string>) =>
  joined(fill(templateOf(page, NAMES), texts)).toString();

it("puts each answer's texts where the slots were", () => {
  const page = { html: `<p id="${slot("one")}">é${slot("two")}${slot("one")}</p>`, script: "" };
  expect(filled(page, { one: "1", two: "2" })).toBe('<p id="1">é21</p>');
  expect(filled(page, { one: "x" })).toBe('<p id="x">éx</p>');
});

it("writes texts as HTML shows them, and markup as it is", () => {
  const page = { html: `<p>${slot("name")}</p>${slot("drawn")}`, script: "" };
  const texts = { name: `<b>"O'Neil" & co</b>`, drawn: "<i>x</i>" };
  expect(filled(page, texts)).toBe("<p>&lt;b&gt;&quot;O&#x27;Neil&quot; &amp; co&lt;/b&gt;</p><i>x</i>");
});

it("writes a text into the data so that the browser reads that very text, and the script goes on", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string()), (text) => {
      const page = { html: "", script: `enqueue(${JSON.stringify(JSON.stringify([slot("name")]))})` };
      const script = filled(page, { name: text });
      expect(script).not.toMatch(/[<>\u2028\u2029]/);
      const read = /^enqueue\((.*)\)$/s.exec(script)?.[1] ?? "";
      expect(JSON.parse(JSON.parse(read))).toEqual([text]);
    }),
  );
});

it("tells of a slot that the page has altered", () => {
  const whole = (html: string) => templateOf({ html, script: "" }, NAMES).whole;
  expect(whole(`<p>${slot("name")}</p>`)).toBe(true);
  expect(whole(`<a href="${encodeURIComponent(slot("name"))}">`)).toBe(false);
  expect(whole(`<p>${slot("name").slice(0, -1)}</p>`)).toBe(false);
  expect(whole(`<p>${slot("name").slice(0, 10)}…</p>`)).toBe(false);
  expect(whole(`<p>${slot("name").toUpperCase()}</p>`)).toBe(false);
});

it("takes nothing for a slot that somebody has written", () => {
  expect(filled({ html: "¦123name¦ ¦name¦", script: "" }, { name: "x" })).toBe("¦123name¦ ¦name¦");
});
