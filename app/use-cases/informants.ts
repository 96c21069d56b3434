import { type Assessment, updateAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { findSeat, listMembers, type PanelMember } from "#db/panel";
import { isErased } from "#db/personal-data";
import type { Locale } from "~/i18n/locale";
import { postInformant } from "./announce-check";
import { addAnswers, type CheckInput, ownAnswers, requireEdition } from "./answer-check";
import { requireAssessment } from "./assessments";
import { askedIn, openEdition } from "./check-edition";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import type { AssessorContext } from "./desk";
import { Refusal } from "./errors";
import { issueLink } from "./panel";
import { type CheckAnswer, type ShownLevels, shownLevels } from "./read-check";
import { rubricOf } from "./rubrics";

/** How the informants of a panel stand to the levels that can be answered now. */
export type InformantStanding = {
  /** Informants who can be asked. */
  members: number;
  askedAt: Date | null;
  /** Of these, how many have answered to every level. */
  complete: number;
  /** Whether there is anything to ask them now. */
  open: boolean;
};

export function readInformants(
  context: ScopedContext,
  assessment: Pick<Assessment, "id" | "state" | "informantsAskedAt">,
): InformantStanding {
  const members = informantsOf(context, assessment.id);
  const edition = openEdition(context.db, assessment);
  const complete = members.filter(({ id }) => edition && isComplete(context, edition, id)).length;
  const { informantsAskedAt: askedAt } = assessment;
  return { members: members.length, askedAt, complete, open: edition !== null };
}

/**
 * Asks the insiders of the panel to check the levels that are shown or published now: each who has not answered to
 * all of them gets a message with a new personal link, and links they had stop working. `since` is when they had been
 * asked as the asker saw it: whoever presses twice asks once. Returns how many were asked.
 * @throws Refusal "not-found"; "wrong-state" when there is nothing to check now; "nothing-to-ask" without an insider
 */
export function askInformants(context: ScopedContext, assessmentId: string, since: Date | null): number {
  return transact(context.db, () => {
    const assessment = requireAssessment(context, assessmentId);
    const edition = openEdition(context.db, assessment);
    if (!edition) throw new Refusal("wrong-state", { state: assessment.state });
    const informants = informantsOf(context, assessmentId);
    if (informants.length === 0) throw new Refusal("nothing-to-ask");
    if (assessment.informantsAskedAt?.getTime() !== since?.getTime()) return 0;
    const asked = informants.filter(({ id }) => !isComplete(context, edition, id));
    const change = { informantsAskedAt: context.now };
    updateAssessment(context.db, context.scope, assessmentId, [assessment.state], change);
    const { workspaceId } = context.scope;
    for (const member of asked) {
      const token = issueLink(context, member.id);
      postInformant(context, assessment, member, { token, published: edition.kind === "publication" });
      audit(context, workspaceId, "invitation.create", { kind: "panel-member", id: member.id });
    }
    const object = { kind: "assessment", id: assessmentId };
    const detail = { [edition.kind]: edition.number, members: asked.length };
    audit(context, workspaceId, "check.ask-informants", object, detail);
    return asked.length;
  });
}

/** Present insiders who have not said that they will not take part, and of whom there is somebody left. */
function informantsOf({ db }: UseCaseContext, assessmentId: string): PanelMember[] {
  return listMembers(db, assessmentId).filter((member) => isInformant(member) && !isErased(member));
}

const isInformant = ({ perspective, declinedAt }: PanelMember) =>
  perspective === "insider" && declinedAt === null;

function isComplete(
  { db }: UseCaseContext,
  edition: NonNullable<ReturnType<typeof openEdition>>,
  memberId: string,
): boolean {
  const answered = ownAnswers(db, edition, { memberId });
  return askedIn(edition).every((key) => answered.has(key));
}

/** What an informant is shown: levels and descriptors, and what they said themself. */
export type InformantCheck = ShownLevels & {
  company: string;
  title: string;
  asOf: string;
  /** The panel agreed to be recognisable. */
  minimumGroup: number;
  answers: { functionKey: string; answer: CheckAnswer; comment: string }[];
};

/** The levels that the seat's holder is asked to check now; null for everybody who is not. */
export function readInformantCheck(context: AssessorContext, locale: Locale): InformantCheck | null {
  const seat = findSeat(context.db, context.actor.memberId);
  const edition = seat && openFor(context, seat);
  if (!edition) return null;
  const { assessment, companyName: company, member } = seat;
  const { title, asOf, options } = assessment;
  const own = ownAnswers(context.db, edition, { memberId: member.id });
  return {
    ...shownLevels(rubricOf(context, assessment), edition, locale),
    ...{ company, title, asOf, minimumGroup: options.minimumGroup },
    answers: [...own.values()].map(({ functionKey, answer, comment }) => ({ functionKey, answer, comment })),
  };
}

type Seat = NonNullable<ReturnType<typeof findSeat>>;

/** Whether the holder of a seat is asked to check levels now. */
export function asksLevels(context: UseCaseContext, seat: Pick<Seat, "member" | "assessment">): boolean {
  return openFor(context, seat) !== null;
}

function openFor({ db }: UseCaseContext, { member, assessment }: Pick<Seat, "member" | "assessment">) {
  if (!assessment.informantsAskedAt || !isInformant(member)) return null;
  return openEdition(db, assessment);
}

/**
 * Adds what an informant of the panel says to the levels; the same rules as for managers. Returns how many they have
 * not answered yet.
 * @throws Refusal "not-found" (no seat, or not asked); "wrong-state", "unknown-function", "incomplete"
 */
export function answerAsInformant(context: AssessorContext, input: CheckInput): number {
  return transact(context.db, () => {
    const { memberId } = context.actor;
    const seat = findSeat(context.db, memberId);
    if (!seat?.assessment.informantsAskedAt || !isInformant(seat.member)) throw new Refusal("not-found");
    const { assessment } = seat;
    const edition = requireEdition(context, assessment, input);
    const { added, left } = addAnswers(context, edition, { memberId }, input.answers);
    if (added > 0) {
      const detail = { [edition.kind]: edition.number, functions: added };
      audit(context, assessment.workspaceId, "check.answer", { kind: "panel-member", id: memberId }, detail);
    }
    return left;
  });
}
