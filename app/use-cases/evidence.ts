import { transact } from "#db/client";
import {
  type Evidence,
  type EvidenceKind,
  findEvidence,
  findMemberEvidence,
  listPanelEvidence,
} from "#db/evidence";
import { EVIDENCE_KINDS as KINDS } from "#db/schema";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { type AssessorContext, readDesk } from "./desk";
import { Refusal } from "./errors";
import { readStored } from "./evidence-files";

/** What a judgment rests on: reading it. Writing is in `write-evidence`. */

export type { Evidence, EvidenceKind };
export const EVIDENCE_KINDS = KINDS;

/** A file as it is handed out: under the name with which it was sent. */
export type EvidenceFile = { name: string; mediaType: string; bytes: Buffer<ArrayBuffer> };

/** A piece of evidence of the assessor's own. @throws Refusal "not-found" for any other */
export function readOwnEvidence(context: AssessorContext, id: string): Evidence {
  const found = findMemberEvidence(context.db, context.actor.memberId, id);
  if (!found) throw new Refusal("not-found");
  return found;
}

/** The file of the assessor's own evidence. @throws Refusal "not-found", also where there is no file */
export async function readOwnFile(context: AssessorContext, id: string): Promise<EvidenceFile> {
  // Whoever was taken out of the panel has no desk, and reads nothing there.
  readDesk(context);
  return readFileOf(context, readOwnEvidence(context, id));
}

/**
 * Everything that the panel of an assessment has given, by function in the order given, without who gave it: for those
 * who manage the assessment. @throws Refusal "not-found"
 */
export function readPanelEvidence(
  context: ScopedContext,
  assessmentId: string,
): Omit<Evidence, "memberId">[] {
  requireAssessment(context, assessmentId);
  return listPanelEvidence(context.db, assessmentId).map(({ memberId: _, ...rest }) => rest);
}

/**
 * The file of a piece of evidence, for those who manage the assessment; that it was read is written down.
 * @throws Refusal "not-found", also where there is no file
 */
export async function readEvidenceFile(
  context: ScopedContext,
  assessmentId: string,
  id: string,
): Promise<EvidenceFile> {
  const found = findEvidence(context.db, context.scope, assessmentId, id);
  if (!found) throw new Refusal("not-found");
  const file = await readFileOf(context, found);
  transact(context.db, () =>
    audit(
      context,
      context.scope.workspaceId,
      "evidence.read-file",
      { kind: "evidence", id },
      { assessmentId },
    ),
  );
  return file;
}

async function readFileOf(
  context: AssessorContext | ScopedContext,
  { storedName, fileName, mediaType }: Omit<Evidence, "functions">,
): Promise<EvidenceFile> {
  if (storedName === null || fileName === null || mediaType === null) throw new Refusal("not-found");
  const bytes = await readStored(context.settings.evidence.folder, storedName);
  if (!bytes) throw new Refusal("not-found");
  return { name: fileName, mediaType, bytes };
}
