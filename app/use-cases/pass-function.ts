import { transact } from "#db/client";
import { listProgress, updateMember } from "#db/panel";
import { postPassed } from "./announce";
import { requireAsked } from "./asking";
import { isNamed } from "./assessments";
import { audit } from "./context";
import { type AssessorContext, type Desk, isJudged, readDesk, type Task } from "./desk";
import { Refusal } from "./errors";

/** Why a function of the assessor's own desk cannot be passed on to anybody. */
export type PassObstacle = "already-judged" | "last-function" | "nobody";

export type PassOffer = {
  desk: Desk;
  task: Task;
  obstacle: PassObstacle | null;
  /** Whether colleagues are shown by name: only where the panel agreed to be recognisable. */
  named: boolean;
  /** Those who can take the function; empty where the panel is not named. */
  colleagues: { id: string; name: string }[];
};

/**
 * What the assessor needs to pass a function on; null for a function they are not asked for.
 * @throws Refusal "not-found"
 */
export function readPassOffer(context: AssessorContext, functionKey: string): PassOffer | null {
  const desk = readDesk(context);
  const task = desk.tasks.find(({ fn }) => fn.key === functionKey);
  if (!task) return null;
  const named = isNamed(desk.assessment);
  const free = colleaguesOf(context, desk)
    .filter(({ functions, submittedAt }) => functions && !functions.includes(functionKey) && !submittedAt)
    .map(({ id, name }) => ({ id, name }));
  const obstacle = obstacleOf(desk, task) ?? (free.length === 0 ? "nobody" : null);
  return { desk, task, obstacle, named, colleagues: named ? free : [] };
}

/**
 * Moves a function from the assessor to a colleague, who is told by e-mail. `to` is the colleague's id in a named
 * panel and their e-mail address in any other: who sits on it is shown to nobody there.
 * @throws Refusal "wrong-state", "already-submitted", "in-workshop", "unknown-function", "already-judged",
 * "last-function", "not-in-panel", "already-asked", "colleague-submitted"
 */
export function passFunction(
  context: AssessorContext,
  functionKey: string,
  { to, note }: { to: string; note: string },
): void {
  transact(context.db, () => {
    const desk = readDesk(context);
    const { assessment, member, rubric } = desk;
    requireEditable(desk);
    const task = desk.tasks.find(({ fn }) => fn.key === functionKey);
    if (!task) throw new Refusal("unknown-function", { key: functionKey });
    const obstacle = obstacleOf(desk, task);
    if (obstacle) throw new Refusal(obstacle);
    const colleague = findColleague(context, desk, to);
    const theirs = colleague.functions;
    if (theirs === null || theirs.includes(functionKey)) throw new Refusal("already-asked");
    if (colleague.submittedAt) throw new Refusal("colleague-submitted");
    const own = member.functions ?? rubric.functions.map(({ key }) => key);
    updateMember(context.db, assessment.id, member.id, {
      functions: own.filter((key) => key !== functionKey),
    });
    updateMember(context.db, assessment.id, colleague.id, {
      functions: requireAsked(rubric, [...theirs, functionKey]),
    });
    const object = { kind: "panel-member", id: colleague.id };
    audit(context, assessment.workspaceId, "function.pass", object, { functionKey });
    const given = { from: member.name, functionName: task.fn.name, note };
    postPassed(context, { ...desk, member: colleague }, given);
  });
}

function requireEditable({ assessment, submission, editable }: Desk): void {
  if (assessment.state !== "open") throw new Refusal("wrong-state", { state: assessment.state });
  if (submission) throw new Refusal("already-submitted");
  if (!editable) throw new Refusal("in-workshop");
}

function obstacleOf(desk: Desk, { judgment }: Task): "already-judged" | "last-function" | null {
  if (isJudged(judgment)) return "already-judged";
  return desk.tasks.length === 1 ? "last-function" : null;
}

function findColleague(context: AssessorContext, desk: Desk, to: string) {
  const named = isNamed(desk.assessment);
  const email = to.trim().toLowerCase();
  const found = colleaguesOf(context, desk).find((one) => (named ? one.id === to : one.email === email));
  if (!found) throw new Refusal("not-in-panel");
  return found;
}

function colleaguesOf(context: AssessorContext, { assessment, member, round }: Desk) {
  return listProgress(context.db, assessment.id, round.number).filter(
    ({ id, declinedAt }) => id !== member.id && declinedAt === null,
  );
}
