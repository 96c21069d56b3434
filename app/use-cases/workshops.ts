import { randomUUID } from "node:crypto";
import { transact } from "#db/client";
import { listStanding } from "#db/judgments";
import { listMembers } from "#db/panel";
import { FIRST_ROUND, insertRound, listRounds } from "#db/rounds";
import {
  findRunningWorkshop,
  findVote,
  insertVote,
  insertWorkshop,
  listVotes,
  updateVote,
  type Workshop,
  type WorkshopVote,
} from "#db/workshops";
import { type AssessmentWithCompany, requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { rubricOf } from "./rubrics";
import { endRunning } from "./workshop-end";
import { agendaOf } from "./workshop-order";

/** The most characters the notes on one vote may have. */
export const LONGEST_VOTE_NOTES = 4000;

/**
 * Begins a workshop; the agenda is fixed now, the functions on which the panel agrees least first. Returns its id.
 * @throws Refusal "not-found", "wrong-state", "empty-panel", "workshop-running"
 */
export function startWorkshop(context: ScopedContext, assessmentId: string): string {
  return transact(context.db, () => {
    const assessment = requireOpen(context, assessmentId);
    if (listMembers(context.db, assessmentId).length === 0) throw new Refusal("empty-panel");
    if (findRunningWorkshop(context.db, assessmentId)) throw new Refusal("workshop-running");
    const id = randomUUID();
    insertWorkshop(context.db, {
      id,
      assessmentId,
      agenda: agendaOf(rubricOf(context, assessment), listStanding(context.db, assessmentId)),
      startedAt: context.now,
      startedBy: openerOf(context),
    });
    note(context, "workshop.start", { kind: "workshop", id }, { assessmentId });
    return id;
  });
}

/**
 * Opens a blind vote on a function, or once more on the same: each is a round of its own. Returns the vote's id.
 * @throws Refusal "not-found", "wrong-state", "no-workshop", "unknown-function", "vote-open"
 */
export function openVote(context: ScopedContext, assessmentId: string, functionKey: string): string {
  return transact(context.db, () => {
    const { workshop, votes } = requireRunning(context, assessmentId);
    if (!workshop.agenda.includes(functionKey)) throw new Refusal("unknown-function", { key: functionKey });
    if (votes.some(({ revealedAt }) => revealedAt === null)) throw new Refusal("vote-open");
    const number = (listRounds(context.db, assessmentId).at(-1)?.number ?? FIRST_ROUND) + 1;
    const opened = { openedAt: context.now };
    const by = { openedBy: openerOf(context) };
    const functions = [functionKey];
    insertRound(context.db, { assessmentId, number, kind: "workshop", functions, ...opened, ...by });
    const id = randomUUID();
    insertVote(context.db, { id, workshopId: workshop.id, functionKey, round: number, ...opened });
    note(context, "workshop.vote-open", { kind: "workshop-vote", id }, { functionKey, round: number });
    return id;
  });
}

/**
 * Shows the room what was voted; from here on the votes count and stay as they are. Revealing again changes nothing.
 * @throws Refusal "not-found", "wrong-state", "no-workshop"
 */
export function revealVote(context: ScopedContext, assessmentId: string, voteId: string): void {
  transact(context.db, () => {
    const { votes } = requireRunning(context, assessmentId);
    const vote = votes.find(({ id }) => id === voteId);
    if (!vote) throw new Refusal("not-found");
    if (vote.revealedAt) return;
    updateVote(context.db, vote.id, { revealedAt: context.now });
    note(context, "workshop.reveal", { kind: "workshop-vote", id: vote.id }, aboutVote(vote));
  });
}

/**
 * Keeps what was said about a vote; possible until the assessment is published, also after the workshop.
 * @throws Refusal "not-found", "wrong-state"
 */
export function saveVoteNotes(
  context: ScopedContext,
  assessmentId: string,
  voteId: string,
  notes: string,
): void {
  transact(context.db, () => {
    const { state } = requireAssessment(context, assessmentId);
    const vote = findVote(context.db, assessmentId, voteId);
    if (!vote) throw new Refusal("not-found");
    if (state !== "open" && state !== "closed") throw new Refusal("wrong-state", { state });
    if (vote.notes === notes) return;
    updateVote(context.db, vote.id, { notes });
    note(context, "workshop.notes", { kind: "workshop-vote", id: vote.id }, aboutVote(vote));
  });
}

/** Ends the running workshop. @throws Refusal "not-found", "wrong-state", "no-workshop" */
export function endWorkshop(context: ScopedContext, assessmentId: string): void {
  transact(context.db, () => {
    const assessment = requireOpen(context, assessmentId);
    if (!endRunning(context, assessment)) throw new Refusal("no-workshop");
  });
}

function requireOpen(context: ScopedContext, assessmentId: string): AssessmentWithCompany {
  const assessment = requireAssessment(context, assessmentId);
  if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
  return assessment;
}

function requireRunning(
  context: ScopedContext,
  assessmentId: string,
): { workshop: Workshop; votes: WorkshopVote[] } {
  requireOpen(context, assessmentId);
  const workshop = findRunningWorkshop(context.db, assessmentId);
  if (!workshop) throw new Refusal("no-workshop");
  return { workshop, votes: listVotes(context.db, workshop.id) };
}

function aboutVote({ functionKey, round }: WorkshopVote) {
  return { functionKey, round };
}

function note(
  context: ScopedContext,
  action: string,
  object: { kind: string; id: string },
  detail: Record<string, unknown>,
): void {
  audit(context, context.scope.workspaceId, action, object, detail);
}

/** The user who does it; nobody's id when the installation itself does. */
function openerOf({ actor }: ScopedContext): string | null {
  return actor.kind === "user" ? actor.userId : null;
}
