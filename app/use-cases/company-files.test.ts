import { existsSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "#db/client";
import { GOOD_FILES, textOfSize } from "../../tests/support/evidence-samples";
import { aCompany } from "../../tests/support/factories";
import { account, NOW, twoWorkspaces, workingContext } from "../../tests/support/small-workspace";
import { createCompany, editCompany, readTags, removeCompany } from "./companies";
import { addFile, readFile, readFiles, removeFile } from "./company-files";
import { addNote, readNotes, removeNote } from "./company-notes";
import { Refusal } from "./errors";
import { sweepFiles } from "./evidence-files";
import { exportUserData } from "./personal-data";

let db: Db;
let context: ReturnType<typeof workingContext>;
let foreign: ReturnType<typeof workingContext>;
let companyId: string;
beforeEach(() => {
  db = twoWorkspaces();
  for (const id of ["w", "w2"]) account(db, `owner-${id}`, [[id, "owner"]]);
  context = workingContext(db, "owner-w");
  foreign = workingContext(db, "owner-w2", "w2");
  companyId = aCompany({ context: () => context });
});
afterEach(() => rmSync(context.settings.evidence.folder, { recursive: true, force: true }));

const kept = () => {
  const { folder } = context.settings.evidence;
  return existsSync(folder) ? readdirSync(folder) : [];
};
const refused = async (work: () => unknown) => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return null;
};
const PDF = GOOD_FILES[0] ?? { name: "", bytes: new Uint8Array() };

describe("a file of a company", () => {
  it("comes back as it was sent, and is gone from the disk once removed", async () => {
    const id = await addFile(context, companyId, PDF);
    expect(readFiles(context, companyId)).toMatchObject([
      { id, fileName: PDF.name, size: PDF.bytes.byteLength, author: "Nama owner-w" },
    ]);
    const file = await readFile(context, companyId, id);
    expect(file).toMatchObject({ name: PDF.name, mediaType: "application/pdf" });
    expect(Buffer.compare(file.bytes, PDF.bytes)).toBe(0);
    removeFile(context, companyId, id);
    expect([readFiles(context, companyId), kept()]).toEqual([[], []]);
  });

  it("is checked like evidence and leaves nothing behind when it is not taken", async () => {
    const wrong = { name: "a.pdf", bytes: new TextEncoder().encode("no pdf") };
    await expect(addFile(context, companyId, wrong)).rejects.toThrow("content");
    expect(kept()).toEqual([]);
  });

  it("counts towards what the company's files may come to", async () => {
    const { quota } = context.settings.evidence;
    await addFile(context, companyId, textOfSize(quota - 10));
    expect(await refused(() => addFile(context, companyId, textOfSize(11)))).toBe("quota");
    await addFile(context, companyId, textOfSize(10));
    const other = aCompany({ context: () => context });
    await addFile(context, other, textOfSize(11));
    expect(kept()).toHaveLength(3);
  });

  it("is no orphan to the sweep, and goes with its company", async () => {
    await addFile(context, companyId, PDF);
    const old = new Date(NOW.getTime() - 48 * 60 * 60 * 1000);
    for (const name of kept()) utimesSync(join(context.settings.evidence.folder, name), old, old);
    expect(sweepFiles(context)).toBe(0);
    removeCompany(context, companyId);
    expect(kept()).toEqual([]);
  });

  it("is out of reach for another workspace, and under another company", async () => {
    const id = await addFile(context, companyId, PDF);
    const other = aCompany({ context: () => context });
    for (const work of [
      () => readFile(foreign, companyId, id),
      () => readFile(context, other, id),
      () => removeFile(context, other, id),
      () => readFiles(foreign, companyId),
      () => addFile(foreign, companyId, PDF),
    ])
      expect(await refused(work)).toBe("not-found");
    expect(kept()).toHaveLength(1);
  });
});

describe("notes about a company", () => {
  it("stand the newest first, with who wrote them and when", () => {
    addNote(context, companyId, "Pertama");
    addNote({ ...context, now: new Date(NOW.getTime() + 1000) }, companyId, "Kedua");
    expect(readNotes(context, companyId).map(({ text, author }) => [text, author])).toEqual([
      ["Kedua", "Nama owner-w"],
      ["Pertama", "Nama owner-w"],
    ]);
    expect(exportUserData(context).companyNotes.map(({ text }) => text)).toEqual(["Pertama", "Kedua"]);
  });

  it("are removed one by one, by those in reach only", async () => {
    const id = addNote(context, companyId, "Hapus");
    const other = aCompany({ context: () => context });
    expect(await refused(() => removeNote(foreign, companyId, id))).toBe("not-found");
    expect(await refused(() => removeNote(context, other, id))).toBe("not-found");
    removeNote(context, companyId, id);
    expect(readNotes(context, companyId)).toEqual([]);
    expect(await refused(() => readNotes(foreign, companyId))).toBe("not-found");
  });
});

describe("tags of a company", () => {
  const facts = { name: "PT A", industry: "trade", country: "ID", size: "small", offering: "both" } as const;

  it("are what was given last, and stay where nothing is said of them", () => {
    const id = createCompany(context, { ...facts, tags: ["ritel", "jawa", "ritel"] });
    expect(readTags(context, id)).toEqual(["jawa", "ritel"]);
    editCompany(context, id, facts);
    expect(readTags(context, id)).toEqual(["jawa", "ritel"]);
    editCompany(context, id, { ...facts, tags: ["bali"] });
    expect(readTags(context, id)).toEqual(["bali"]);
  });
});
