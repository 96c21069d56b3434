import { randomBytes } from "node:crypto";
import { transact } from "#db/client";
import {
  type Evidence,
  insertEvidence,
  listMemberEvidence,
  removeEvidenceRow,
  replaceUses,
  type StoredFile,
  storedBytes,
  updateEvidence,
} from "#db/evidence";
import { audit } from "./context";
import type { AssessorContext, Desk } from "./desk";
import { Refusal } from "./errors";
import { readOwnEvidence } from "./evidence";
import { checkFile, type FileFault, type SentFile } from "./evidence-file-type";
import { discardFiles, storeFile } from "./evidence-files";
import { requireEditableDesk } from "./judging";

export type EvidenceInput = Pick<Evidence, "kind" | "note" | "date" | "source" | "link"> & {
  /** Keys of the functions it speaks for, at least one. */
  functions: string[];
};

/** A file was sent that is not taken. */
export class FileRefused extends Error {
  constructor(readonly fault: FileFault) {
    super(fault);
  }
}

/**
 * Adds a piece of evidence for some of the functions on the assessor's desk and returns its id. A file is on the disk
 * before the row that names it.
 * @throws FileRefused; Refusal "wrong-state", "already-submitted", "in-workshop", "unknown-function", "quota" (of what
 * the assessment's files may come to `left` bytes are left), "not-stored"
 */
export function addEvidence(
  context: AssessorContext,
  input: EvidenceInput,
  sent: SentFile | null,
): Promise<string> {
  requireWritable(context, input.functions);
  return withFile(context, sent, null, (file) => {
    const desk = requireWritable(context, input.functions);
    const id = randomBytes(16).toString("hex");
    const { functions, ...rest } = input;
    const row = { ...rest, ...file, id, memberId: desk.member.id, createdAt: context.now };
    insertEvidence(context.db, row, functions);
    note(context, desk, "evidence.add", { id, input, file });
    return id;
  });
}

/**
 * Changes what a piece of evidence says and what it speaks for; a file that is sent replaces the one there was.
 * Functions that are not on the desk now are left as they are. @throws as `addEvidence`, and Refusal "not-found"
 */
export async function changeEvidence(
  context: AssessorContext,
  id: string,
  input: EvidenceInput,
  sent: SentFile | null,
): Promise<void> {
  requireWritable(context, input.functions);
  const before = readOwnEvidence(context, id);
  await withFile(context, sent, before.size, (file) => {
    const desk = requireWritable(context, input.functions);
    const { functions, ...rest } = input;
    const asked = new Set(desk.tasks.map(({ fn }) => fn.key));
    const kept = readOwnEvidence(context, id).functions.filter((key) => !asked.has(key));
    updateEvidence(context.db, id, { ...rest, ...file });
    replaceUses(context.db, id, [...kept, ...functions]);
    note(context, desk, "evidence.change", { id, input, file });
  });
  if (sent && before.storedName) discardFiles(context, [before.storedName]);
}

/** Has evidence given for other functions speak for this one, too, and no other of it. @throws as `addEvidence` */
export function reuseEvidence(context: AssessorContext, functionKey: string, ids: readonly string[]): void {
  transact(context.db, () => {
    const desk = requireWritable(context, [functionKey]);
    for (const { id, functions } of listMemberEvidence(context.db, desk.member.id)) {
      if (!ids.includes(id) || functions.includes(functionKey)) continue;
      replaceUses(context.db, id, [...functions, functionKey]);
      audit(
        context,
        desk.assessment.workspaceId,
        "evidence.change",
        { kind: "evidence", id },
        { functionKey },
      );
    }
  });
}

/** Removes a piece of evidence from all functions, its file from the disk. @throws Refusal "not-found" and as `addEvidence` */
export function removeEvidence(context: AssessorContext, id: string): void {
  const { storedName } = transact(context.db, () => {
    const desk = requireEditableDesk(context);
    const found = readOwnEvidence(context, id);
    removeEvidenceRow(context.db, id, context.now);
    audit(context, desk.assessment.workspaceId, "evidence.remove", { kind: "evidence", id });
    return found;
  });
  if (storedName) discardFiles(context, [storedName]);
}

function requireWritable(context: AssessorContext, functions: readonly string[]): Desk {
  const desk = requireEditableDesk(context);
  const unknown = functions.find((key) => !desk.tasks.some(({ fn }) => fn.key === key));
  if (unknown !== undefined) throw new Refusal("unknown-function", { key: unknown });
  return desk;
}

/** Checks and stores the file, if one was sent, then writes the row; without the row the file is not kept either. */
async function withFile<T>(
  context: AssessorContext,
  sent: SentFile | null,
  replaced: number | null,
  write: (file: StoredFile | null) => T,
): Promise<T> {
  if (!sent) return transact(context.db, () => write(null));
  const checked = checkFile(sent);
  if (!checked.ok) throw new FileRefused(checked.fault);
  const added = sent.bytes.byteLength - (replaced ?? 0);
  requireRoom(context, added);
  const stored = await storeFile(context.settings.evidence.folder, sent.bytes);
  try {
    const file = { ...stored, fileName: sent.name, mediaType: checked.mediaType };
    return transact(context.db, () => {
      // Again: others were sending theirs meanwhile.
      requireRoom(context, added);
      return write(file);
    });
  } catch (error) {
    discardFiles(context, [stored.storedName]);
    throw error;
  }
}

function requireRoom(context: AssessorContext, bytes: number): void {
  const left = context.settings.evidence.quota - storedBytes(context.db, context.actor.assessmentId);
  if (bytes > left) throw new Refusal("quota", { left: Math.max(0, left) });
}

/** Written down is what kind of thing was given for what, never what it says or is called. */
function note(
  context: AssessorContext,
  { assessment }: Desk,
  action: "evidence.add" | "evidence.change",
  { id, input, file }: { id: string; input: EvidenceInput; file: StoredFile | null },
): void {
  const { kind, functions } = input;
  const detail = { kind, functions, ...(file ? { bytes: file.size, sha256: file.sha256 } : {}) };
  audit(context, assessment.workspaceId, action, { kind: "evidence", id }, detail);
}
