import { listMemberEvents } from "#db/audit-log";
import { listMembers, type PanelMember } from "#db/panel";
import type { Localized, Rubric } from "#rubric/schema";
import { requireAssessment } from "./assessments";
import { readDetail } from "./audit-log";
import type { ScopedContext } from "./context";
import { Refusal } from "./errors";
import { rubricOf } from "./rubrics";

type Asked = Pick<PanelMember, "functions">;

/**
 * The functions a member is to be asked for, in the rubric's order and each once; null where these are all of them.
 * @throws Refusal "unknown-function", "nothing-asked"
 */
export function requireAsked<Keys extends string[] | null | undefined>(
  rubric: Rubric,
  keys: Keys,
): Keys | null {
  if (keys === null || keys === undefined) return keys;
  const known = rubric.functions.map(({ key }) => key);
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Refusal("unknown-function", { key: unknown });
  if (keys.length === 0) throw new Refusal("nothing-asked");
  const asked = known.filter((key) => keys.includes(key));
  return asked.length === known.length ? null : (asked as Keys);
}

/** How many of the rubric's functions a member is asked for, over all rounds. */
export function askedCount({ functions: all }: Rubric, { functions }: Asked): number {
  return functions === null ? all.length : all.filter(({ key }) => functions.includes(key)).length;
}

/** A function that too few members are asked for to reach the quorum. */
export type ThinFunction = { key: string; name: Localized; asked: number };

/**
 * The functions that cannot reach the quorum, whatever the panel answers, because too few members are asked for
 * them; whoever declined is not counted. None while the whole panel is smaller than the quorum: then that is what is to be said.
 * @throws Refusal "not-found"
 */
export function readThinFunctions(context: ScopedContext, assessmentId: string): ThinFunction[] {
  const assessment = requireAssessment(context, assessmentId);
  const members = listMembers(context.db, assessmentId).filter(({ declinedAt }) => declinedAt === null);
  if (members.length < assessment.quorum) return [];
  return rubricOf(context, assessment).functions.flatMap(({ key, name }) => {
    const asked = members.filter(({ functions }) => functions === null || functions.includes(key)).length;
    return asked < assessment.quorum ? [{ key, name, asked }] : [];
  });
}

/** A function that moved between two members; a name is null where that member is no longer on the panel. */
export type Passed = {
  functionKey: string;
  /** The id of the member who gave it. */
  giver: string | null;
  from: string | null;
  to: string | null;
};

/** The functions that a member passed on or took over, oldest first. @throws Refusal "not-found" */
export function readPassed(context: ScopedContext, assessmentId: string, memberId: string): Passed[] {
  requireAssessment(context, assessmentId);
  const names = new Map(listMembers(context.db, assessmentId).map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return listMemberEvents(context.db, memberId)
    .filter(({ action }) => action === "function.pass")
    .map(({ actorId, objectId, detail }) => ({
      functionKey: String(readDetail(detail).functionKey ?? ""),
      ...{ giver: actorId, from: nameOf(actorId), to: nameOf(objectId) },
    }));
}
