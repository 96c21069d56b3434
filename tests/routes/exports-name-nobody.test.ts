import { randomUUID } from "node:crypto";
import { homedir, hostname } from "node:os";
import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { beforeAll, describe, expect, it } from "vitest";
import { pack } from "~/report/exports/archive";
import { fontFile } from "~/report/exports/fonts";
import { changeState } from "~/use-cases/assessments";
import { importJudgments } from "~/use-cases/import-judgments";
import { addMember } from "~/use-cases/panel";
import { publish, withdraw } from "~/use-cases/publish";
import { createTestApp, type TestApp } from "../support/app";
import { addresses, fill } from "../support/build";
import { aCompany, anAssessment, aRubric } from "../support/factories";
import { foundExactly, foundIn, layersOf } from "../support/hidden-text";
import type { Account } from "../support/people";

/** Names of which no word stands anywhere else. */
const MEMBERS = [
  ["Vexolmina Tjokroqwardi", "expert"],
  ["Brämhild O'Zuckwerth", "insider"],
  ["Ñuflorentia Gwyddbwyll", "insider"],
  ["Kraspoltje Xanthovar", "insider"],
  ["Zephyrosa Plunkmeier", "customer"],
  ["Jurmandarto Ffwcsia", "customer"],
  ["李曜彤", "customer"],
  ["Quibbleworth Nyxandra", "customer"],
] as const;
const emailOf = (index: number) => `kotak${index}-qzv@surel-panel-${index}.example`;

/** Whole names, their words, addresses and the parts of those. */
const SECRETS = MEMBERS.flatMap(([name], index) => {
  const [local = "", domain = ""] = emailOf(index).split("@");
  return [name, ...name.split(" "), emailOf(index), local, domain];
});

/** What a file could tell of the computer it was made on. */
const MACHINE = [process.cwd(), `${homedir()}/`, ...(hostname().length > 8 ? [hostname()] : [])];

type Made = { path: string; type: string; bytes: Uint8Array };

let app: TestApp;
let readers: Record<"consultant" | "viewer", Account>;
let assessmentId: string;

beforeAll(async () => {
  app = await createTestApp();
  const companyId = aCompany(app);
  assessmentId = anAssessment(app, companyId, { quorum: 3 });
  MEMBERS.forEach(([name, perspective], index) => {
    const weight = index === 0 ? 3 : 1;
    addMember(app.context(), assessmentId, { name, email: emailOf(index), perspective, weight });
  });
  const lines = MEMBERS.flatMap((_, person) =>
    aRubric(app).functions.map(({ key }, place) => {
      const level = ((person + place) % 4) + 1;
      return `${emailOf(person)},,${key},${level},2,Alasan ${person}.${place}`;
    }),
  );
  const header = "assessor,perspective,function,level,confidence,rationale";
  importJudgments(app.context(), assessmentId, [header, ...lines].join("\n"));
  for (const change of ["open", "close"] as const) changeState(app.context(), assessmentId, change);
  publish(app.context(), assessmentId);
  withdraw(app.context(), assessmentId);
  publish(app.context(), assessmentId);
  readers = { consultant: await app.signIn("consultant"), viewer: await app.signIn("viewer", companyId) };
});

async function take(path: string, as: Account): Promise<Made | null> {
  const request = new Request(app.url(path), { headers: { Cookie: as.jar.header() } });
  const response = await app.handle(request);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isFile = response.headers.get("Content-Disposition")?.startsWith("attachment") ?? false;
  return response.status === 200 && isFile
    ? { path, type: response.headers.get("Content-Type") ?? "", bytes }
    : null;
}

/** Every address below the assessment that hands out files: read from the build, so that a new one is among them. */
async function exportPaths(): Promise<string[]> {
  const found = (await addresses()).filter(
    ({ path, loads, acts, draws }) =>
      /^\/assessments\/:assessmentId\/[^:]+$/.test(path) && loads && !acts && !draws,
  );
  const files = found
    .map(({ path }) => fill(path, { assessmentId }))
    .filter((path) => !path.endsWith("/events"));
  const keys = aRubric(app).functions.map(({ key }) => `distribution-${key}`);
  const figures = ["radar", "ladder", "heat-map", "trend", ...keys];
  const base = `/assessments/${assessmentId}/figures`;
  return [...files, ...figures.flatMap((name) => [`${base}/${name}.svg`, `${base}/${name}.png`])];
}

const KINDS = [
  "report.pdf",
  "report.pptx",
  "report.xlsx",
  "export.csv",
  "functions.csv",
  "export.json",
  "bundle.json",
];

describe.each(["consultant", "viewer"] as const)("what a %s takes along", (role) => {
  it.each(["lang=id", "lang=en", "lang=id&version=1", "judgments=unlinked"])(
    "names nobody of the panel, nor the computer it was made on, with ?%s",
    async (query) => {
      const made: Made[] = [];
      for (const path of await exportPaths()) {
        const file = await take(`${path}?${query}`, readers[role]);
        if (file) made.push(file);
      }
      expect(made.map(({ path }) => path)).toEqual(
        expect.arrayContaining(KINDS.map((kind) => `/assessments/${assessmentId}/${kind}?${query}`)),
      );
      expect(made.length).toBeGreaterThanOrEqual(KINDS.length + 12);
      for (const { path, bytes } of made) {
        const layers = await layersOf(bytes);
        expect([path, foundIn(layers, SECRETS), foundExactly(layers, MACHINE)]).toEqual([path, [], []]);
      }
    },
    60_000,
  );
});

describe("the search", () => {
  const [name] = MEMBERS[1];

  it.each(Object.entries(LEAKS()))("finds a name in %s", async (_, leak) => {
    expect(foundIn(await layersOf(await leak(name)), SECRETS)).toContain(name);
  });

  it("finds every name, and a path, where nothing hides them", async () => {
    const layers = await layersOf(Buffer.from(`${SECRETS.join("\n")}\n${MACHINE.join("\n")}`));
    expect(foundIn(layers, SECRETS)).toEqual(SECRETS);
    expect(foundExactly(layers, MACHINE)).toEqual(MACHINE);
    expect(foundIn(layers, [randomUUID()])).toEqual([]);
  });
});

/** Deliberate leaks, each as some kind of file would have it. */
function LEAKS(): Record<string, (name: string) => Promise<Uint8Array> | Uint8Array> {
  const xml = (name: string) =>
    `<dc:creator>${name.replace("'", "&#39;").replace("ä", "&#228;")}</dc:creator>`;
  const sheet = (name: string) => pack({ "docProps/core.xml": Buffer.from(xml(name)) });
  return {
    "the properties of a workbook": sheet,
    "a workbook in a presentation": (name) => pack({ "ppt/embeddings/chart.xlsx": sheet(name) }),
    "the name of a member of an archive": (name) => pack({ [`${name}.xml`]: Buffer.from("<a/>") }),
    "JSON with escapes": (name) => Buffer.from(JSON.stringify({ by: name }).replace("ä", "\\u00e4")),
    "an address": (name) => Buffer.from(`<a href="?q=${encodeURIComponent(name)}"/>`),
    "a picture inside a drawing": (name) =>
      Buffer.from(
        `<image href="data:image/svg+xml;base64,${Buffer.from(`<t>${name}</t>`).toString("base64")}"/>`,
      ),
    "the compressed text of a picture": (name) =>
      picture("zTXt", Buffer.concat([Buffer.from("Author\0\0"), deflateSync(name)])),
    "a hexadecimal string of a PDF": (name) =>
      pdf((document) => void Object.assign(document.info, { Author: name })),
    "the drawn text of a PDF": (name) =>
      pdf((document) => void document.font(Buffer.from(fontFile(400))).text(`${name} menilai`)),
    "UTF-16": (name) => Buffer.from(`\uFEFF${name}`, "utf16le"),
  };
}

function picture(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    size,
    Buffer.from(type),
    data,
    Buffer.alloc(4),
  ]);
}

function pdf(draw: (document: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  const document = new PDFDocument();
  const pieces: Buffer[] = [];
  document.on("data", (piece: Buffer) => pieces.push(piece));
  const done = new Promise<Uint8Array>((resolve) => document.on("end", () => resolve(Buffer.concat(pieces))));
  draw(document);
  document.end();
  return done;
}
