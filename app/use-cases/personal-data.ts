import { findUser } from "#db/accounts";
import type { AuditEvent } from "#db/audit";
import { listMemberEvents, listUserEvents } from "#db/audit-log";
import { listAskedClarifications, listMemberClarifications } from "#db/clarifications";
import { transact } from "#db/client";
import { listNotesBy } from "#db/company-notes";
import { listMemberEvidenceHistory } from "#db/evidence";
import { listMemberChecks, listUserChecks } from "#db/member-checks";
import { findSeat } from "#db/panel";
import { readMemberRows, readUserRows } from "#db/personal-data-export";
import { readDetail } from "./audit-log";
import { audit } from "./context";
import type { AssessorContext } from "./desk";
import { Refusal } from "./errors";
import type { OwnContext } from "./me";
import { readRetention } from "./retention";

/** Raised whenever a field changes its meaning or goes away. */
const FORMAT_VERSION = 1;

/**
 * Everything that is held about the signed-in user, for them to take along: moments in ISO 8601 once written as JSON.
 * Passwords, tokens and codes are held as hashes or sealed and would open doors; only whether there are any is said.
 * Notes down that it was taken.
 */
export function exportUserData(context: OwnContext) {
  return transact(context.db, () => collectUserData(context));
}

function collectUserData(context: OwnContext) {
  const user = findUser(context.db, context.actor.userId);
  if (!user) throw new Refusal("not-found");
  const { id, name, email, locale, createdAt, passwordHash, totpSecret } = user;
  const rows = readUserRows(context.db, id, email);
  const events = listUserEvents(context.db, id);
  audit(context, context.scope.workspaceId, "personal-data.export", { kind: "user", id });
  return {
    format: { name: "selaras-user-data", version: FORMAT_VERSION },
    exportedAt: context.now,
    account: {
      ...{ id, name, email, locale, createdAt },
      hasPassword: passwordHash !== null,
      hasSecondFactor: totpSecret !== null,
      unusedRecoveryCodes: rows.unusedRecoveryCodes,
    },
    roles: rows.roles,
    identities: rows.identities,
    sessions: rows.sessions,
    links: rows.links,
    messages: rows.messages,
    memberChecks: listUserChecks(context.db, id),
    companyNotes: listNotesBy(context.db, id).map(({ authorId: _, ...note }) => note),
    // Of what they asked others; the answers are somebody else's.
    questions: listAskedClarifications(context.db, id).map(({ functionKey, question, askedAt }) => ({
      ...{ functionKey, question, askedAt },
    })),
    log: events.map((event) => toOwnEvent(event, id)),
  };
}

/**
 * The same for the holder of an invitation: their place in the panel, every version of their judgments, their
 * evidence (its files are each to be had on their own), what was handed in, what they were asked about a judgment and
 * replied, what they said to the levels. @throws Refusal "not-found" when they were taken out of the panel
 */
export function exportAssessorData(context: AssessorContext) {
  return transact(context.db, () => collectAssessorData(context));
}

function collectAssessorData(context: AssessorContext) {
  const seat = findSeat(context.db, context.actor.memberId);
  if (!seat) throw new Refusal("not-found");
  const { member, assessment, companyName } = seat;
  const { id, name, email, perspective, weight, weightReason, createdAt, declinedAt, declineReason } = member;
  const { judgments, submissions, ...rows } = readMemberRows(context.db, member);
  const evidence = listMemberEvidenceHistory(context.db, id);
  const events = listMemberEvents(context.db, id);
  audit(context, assessment.workspaceId, "personal-data.export", { kind: "panel-member", id });
  return {
    format: { name: "selaras-assessor-data", version: FORMAT_VERSION },
    exportedAt: context.now,
    assessor: { id, name, email, perspective, weight, weightReason, createdAt, declinedAt, declineReason },
    assessment: { title: assessment.title, company: companyName, asOf: assessment.asOf },
    judgments: judgments.map(({ id: _, memberId: __, ...judgment }) => judgment),
    evidence: evidence.map(({ memberId: _, storedName: __, ...item }) => item),
    submissions: submissions.map(({ id: _, memberId: __, ...submission }) => submission),
    memberChecks: listMemberChecks(context.db, id),
    // Who asked is somebody else's personal data.
    clarifications: listMemberClarifications(context.db, id).map(
      ({ id: _, memberId: __, askedBy: ___, ...question }) => question,
    ),
    ...rows,
    log: events.map((event) => toOwnEvent(event, id)),
  };
}

/**
 * Who else acted is somebody else's personal data: said is only whether it was the person themself. A visitor who
 * does something to an account is its holder, about to sign in.
 */
function toOwnEvent(event: AuditEvent, own: string) {
  const { at, action, objectKind, objectId } = event;
  const byYou = event.actorId === own || event.actorKind === "visitor";
  const network = byYou ? event.address : null;
  return { at, action, byYou, objectKind, objectId, detail: readDetail(event.detail), network };
}

/** What an assessor is told of how long their data are kept. @throws Refusal "not-found" */
export function readOwnRetention(context: AssessorContext) {
  const seat = findSeat(context.db, context.actor.memberId);
  if (!seat) throw new Refusal("not-found");
  return { company: seat.companyName, ...readRetention(context, seat.assessment) };
}
