import { randomUUID } from "node:crypto";
import { transact } from "#db/client";
import {
  type CompanyFile,
  companyBytes,
  deleteFile,
  findFile,
  insertFile,
  listFiles,
} from "#db/company-files";
import { requireCompany } from "./companies";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import type { EvidenceFile } from "./evidence";
import { checkFile, type SentFile } from "./evidence-file-type";
import { discardFiles, readStored, storeFile } from "./evidence-files";
import { FileRefused } from "./write-evidence";

/** Files that the consultants keep with a company; checked and stored as files of evidence are, beside them. */

export type { CompanyFile };

/** The files of a company, the newest first. @throws Refusal "not-found" */
export function readFiles(context: ScopedContext, companyId: string): CompanyFile[] {
  requireCompany(context, companyId);
  return listFiles(context.db, companyId);
}

/**
 * Keeps a file with a company and returns its id. It is on the disk before the row that names it.
 * @throws FileRefused; Refusal "not-found", "quota" (of what the company's files may come to `left` bytes are left),
 * "not-stored"
 */
export async function addFile(context: ScopedContext, companyId: string, sent: SentFile): Promise<string> {
  requireCompany(context, companyId);
  const checked = checkFile(sent);
  if (!checked.ok) throw new FileRefused(checked.fault);
  requireRoom(context, companyId, sent.bytes.byteLength);
  const stored = await storeFile(context.settings.evidence.folder, sent.bytes);
  try {
    return transact(context.db, () => {
      requireCompany(context, companyId);
      // Again: others were sending theirs meanwhile.
      requireRoom(context, companyId, stored.size);
      const id = randomUUID();
      const authorId = context.actor.kind === "user" ? context.actor.userId : null;
      const file = { ...stored, fileName: sent.name, mediaType: checked.mediaType };
      insertFile(context.db, { ...file, id, companyId, authorId, createdAt: context.now });
      const detail = { companyId, bytes: stored.size, sha256: stored.sha256 };
      audit(context, context.scope.workspaceId, "company-file.add", { kind: "company-file", id }, detail);
      return id;
    });
  } catch (error) {
    discardFiles(context, [stored.storedName]);
    throw error;
  }
}

function requireRoom(context: ScopedContext, companyId: string, bytes: number): void {
  const left = context.settings.evidence.quota - companyBytes(context.db, companyId);
  if (bytes > left) throw new Refusal("quota", { left: Math.max(0, left) });
}

/** A file as it was sent. @throws Refusal "not-found", also where the disk has lost it */
export async function readFile(context: ScopedContext, companyId: string, id: string): Promise<EvidenceFile> {
  requireCompany(context, companyId);
  const found = findFile(context.db, companyId, id);
  const bytes = found && (await readStored(context.settings.evidence.folder, found.storedName));
  if (!found || !bytes) throw new Refusal("not-found");
  return { name: found.fileName, mediaType: found.mediaType, bytes };
}

/** Removes a file for good. @throws Refusal "not-found" (company or file) */
export function removeFile(context: ScopedContext, companyId: string, id: string): void {
  const { storedName } = transact(context.db, () => {
    requireCompany(context, companyId);
    const found = findFile(context.db, companyId, id);
    if (!found) throw new Refusal("not-found");
    deleteFile(context.db, companyId, id);
    const object = { kind: "company-file", id };
    audit(context, context.scope.workspaceId, "company-file.remove", object, { companyId });
    return found;
  });
  discardFiles(context, [storedName]);
}
