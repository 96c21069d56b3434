import { createHash, randomUUID } from "node:crypto";
import { verify } from "@node-rs/argon2";
import type { AssessmentWithCompany } from "#db/assessments";
import { transact } from "#db/client";
import {
  countShareLinkOpening,
  findLiveShareLink,
  insertShareLink,
  listShareLinks,
  revokeShareLink,
  type ShareLink,
} from "#db/share-links";
import { hashToken, newToken } from "~/tokens.server";
import { hashPassword } from "./accounts";
import { readAssessment, requireAssessment } from "./assessments";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { isReleased } from "./released";

const DAY = 24 * 60 * 60 * 1000;
/** For how many days a link can be made. */
export const LINK_DAYS = { min: 1, max: 365, usual: 30 };
export const PASSPHRASE_LENGTH = { min: 8, max: 128 };

export type ShareLinkState = "active" | "expired" | "revoked";

export type ShareLinkView = Pick<
  ShareLink,
  "id" | "label" | "createdAt" | "expiresAt" | "openedCount" | "openedAt"
> & {
  state: ShareLinkState;
  passphrase: boolean;
};

/** The links of an assessment, the newest first. */
export function readShareLinks(context: ScopedContext, assessmentId: string): ShareLinkView[] {
  return listShareLinks(context.db, context.scope, assessmentId).map((link) => {
    const { id, label, createdAt, expiresAt, openedCount, openedAt } = link;
    const state = link.revokedAt ? "revoked" : expiresAt <= context.now ? "expired" : "active";
    const passphrase = link.passphraseHash !== null;
    return { id, label, createdAt, expiresAt, openedCount, openedAt, state, passphrase };
  });
}

export type ShareLinkInput = {
  /** For whom it is, in the maker's words. */
  label: string;
  days: number;
  /** What must be said before the report is shown; null for a link that is enough by itself. */
  passphrase: string | null;
};

/**
 * Makes a link by which anybody reads the latest publication, and returns its token: only the hash of it is kept.
 * @throws Refusal "not-found", "wrong-state" when nothing is published
 */
export async function makeShareLink(
  context: ScopedContext,
  assessmentId: string,
  { label, days, passphrase }: ShareLinkInput,
): Promise<string> {
  const passphraseHash = passphrase === null ? null : await hashPassword(passphrase);
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    if (!isReleased(context, assessment)) throw new Refusal("wrong-state", { state: assessment.state });
    const token = newToken();
    const id = randomUUID();
    insertShareLink(context.db, {
      ...{ id, assessmentId, label, passphraseHash, tokenHash: hashToken(token) },
      createdAt: context.now,
      createdBy: context.actor.kind === "user" ? context.actor.userId : null,
      expiresAt: new Date(context.now.getTime() + days * DAY),
    });
    const detail = { assessment: assessmentId, days, passphrase: passphrase !== null };
    audit(context, context.scope.workspaceId, "share-link.create", { kind: "share-link", id }, detail);
    return token;
  });
}

/** Ends a link; one that has ended stays as it is. @throws Refusal "not-found" */
export function endShareLink(context: ScopedContext, assessmentId: string, id: string): void {
  transact(context.db, () => {
    requireAssessment(context, assessmentId);
    if (!readShareLinks(context, assessmentId).some((link) => link.id === id)) throw new Refusal("not-found");
    if (!revokeShareLink(context.db, assessmentId, id, context.now)) return;
    const detail = { assessment: assessmentId };
    audit(context, context.scope.workspaceId, "share-link.revoke", { kind: "share-link", id }, detail);
  });
}

/** What a link leads to. `context` reaches no further than the company of its report. */
export type Shared = {
  link: Pick<ShareLink, "id" | "expiresAt">;
  assessment: AssessmentWithCompany;
  context: ScopedContext;
  /** Names the passphrase of this link without telling it; null for a link that is enough by itself. */
  seal: string | null;
};

/** Null for every token that opens nothing: unknown, expired and revoked ones are the same. */
export function readShared(context: UseCaseContext, token: string): Shared | null {
  const found = findLiveShareLink(context.db, hashToken(token), context.now);
  if (!found) return null;
  const { link, workspaceId, companyId } = found;
  const scoped: ScopedContext = { ...context, scope: { workspaceId, companyIds: [companyId] } };
  const assessment = readAssessment(scoped, link.assessmentId);
  return assessment ? { link, assessment, context: scoped, seal: sealOf(link) } : null;
}

function sealOf({ id, passphraseHash }: ShareLink): string | null {
  if (passphraseHash === null) return null;
  return createHash("sha256").update(`${id} ${passphraseHash}`).digest("hex");
}

/** Whether this is the passphrase of a link; also true for a link that has none. */
export async function isPassphrase(context: UseCaseContext, token: string, given: string): Promise<boolean> {
  const found = findLiveShareLink(context.db, hashToken(token), context.now);
  if (!found) return false;
  const { passphraseHash } = found.link;
  return passphraseHash === null || verify(passphraseHash, given);
}

/** Notes that somebody was shown the report by a link. */
export function noteOpened(context: UseCaseContext, linkId: string): void {
  countShareLinkOpening(context.db, linkId, context.now);
}
