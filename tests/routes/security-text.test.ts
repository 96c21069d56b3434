import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { readMail, readOutbox } from "~/use-cases/outbox";
import { addresses } from "../support/build";
import { attributes } from "../support/html";
import { pathAt } from "../support/security-cells";
import { crawl } from "../support/security-crawl";
import { sendOdd } from "../support/security-send";
import { aliveIn, FORMULAS, HOSTILE, HOSTILE_LINES, MARKUP } from "../support/security-texts";
import { type Written, writeEverywhere } from "../support/security-written";

/** Who fills in the form of an address. */
function reads(path: string): "assessor" | "manager" | "owner" {
  if (path.startsWith("/assess/")) return "assessor";
  return path.endsWith("/check") ? "manager" : "owner";
}

describe("markup, line separators, turned text and control characters in every text", () => {
  let written: Written;
  beforeAll(async () => {
    written = await writeEverywhere(() => HOSTILE);
  });

  it.each(["viewer", "manager", "owner", "assessor", "visitor"])(
    "are inert in all that %s reads",
    async (reader) => {
      const { app, scene, readers } = written;
      const visited = await crawl(app, scene, readers[reader] ?? app.visitor());
      expect(visited.flatMap((answer) => aliveIn(answer))).toEqual([]);
      const shown = visited.filter(({ body }) => body.includes("&lt;img src=x onerror=alert(1)&gt;"));
      expect(shown.length).toBeGreaterThan(reader === "visitor" ? 0 : 3);
    },
  );

  it("are inert in every message, and its subject is one line", () => {
    const { app } = written;
    const mails = readOutbox(app.context()).map(({ id }) => readMail(app.context(), id));
    expect(new Set(mails.map(({ kind }) => kind)).size).toBeGreaterThan(3);
    expect(mails.filter(({ subject }) => subject.includes("Zq<img")).length).toBeGreaterThan(3);
    for (const { subject, html, text } of mails) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
      expect(subject).not.toMatch(/[\u0000-\u001f\u007f\u2028-\u202e\u2066-\u2069]/);
      for (const piece of MARKUP) expect(html).not.toContain(piece);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it("are kept as text: nobody's words are cut where they look like markup", () => {
    const { $client } = written.app.services.db;
    const names = $client.prepare("select name from company").pluck().all() as string[];
    expect(names.map((name) => MARKUP.every((piece) => name.includes(piece)))).toEqual([true]);
  });

  it("are inert in every form that is sent back with its errors", async () => {
    const { app, scene, readers } = written;
    const alive: string[] = [];
    let sent = 0;
    for (const { path } of (await addresses()).filter(({ acts }) => acts)) {
      const at = pathAt(path, scene, "own");
      const who = readers[reads(path)];
      const page = (await app.get(at, { as: who })).body;
      const fields = ["input", "textarea", "select"].flatMap((element) => attributes(page, element, "name"));
      const choices = [...page.matchAll(/name="intent" value="([^"]*)"/g)].map(([, intent]) => intent ?? "");
      for (const intent of [HOSTILE_LINES, ...choices, "add", "password", "email"]) {
        const body = new URLSearchParams();
        for (const name of [...fields, "name", "title", "email", "rationale"]) body.set(name, HOSTILE_LINES);
        body.set("intent", intent);
        const answer = await sendOdd(app, at, { method: "POST", body }, who);
        sent += Number(answer.status === 400);
        alive.push(...aliveIn({ ...answer, path: at }, { comesBack: true }));
      }
    }
    expect(alive).toEqual([]);
    expect(sent).toBeGreaterThan(40);
  });
});

describe("formulas in every text", () => {
  let written: Written;
  beforeAll(async () => {
    let next = 0;
    written = await writeEverywhere(() => FORMULAS[next++ % FORMULAS.length] ?? "");
  });

  it.each(["viewer", "owner"])("are no formulas in any file that %s takes along", async (reader) => {
    const { app, scene, readers } = written;
    const visited = await crawl(app, scene, readers[reader] ?? app.visitor());
    const files = visited.filter(({ headers }) => headers.get("Content-Type")?.startsWith("text/csv"));
    expect(files.length).toBeGreaterThan(0);
    expect(visited.flatMap((answer) => aliveIn(answer))).toEqual([]);
  });

  it("are still there, behind an apostrophe", async () => {
    const { app, scene, readers } = written;
    const path = `/assessments/${scene.ids.own.assessmentId}/export.csv`;
    const { body } = await app.get(path, { as: readers.owner });
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true });
    const rationales = rows.map((row) => row.rationale);
    expect(rationales).toHaveLength(9);
    for (const text of rationales) expect(text).toMatch(/^'+[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    expect(rationales).toContain("'@SUM(1+1)");
  });
});
