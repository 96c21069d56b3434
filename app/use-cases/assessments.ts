import { randomUUID } from "node:crypto";
import {
  type Assessment,
  type AssessmentState,
  type AssessmentWithCompany,
  deleteAssessment,
  findAssessment,
  insertAssessment,
  listAssessments,
  listCompanyAssessments,
  updateAssessment,
} from "#db/assessments";
import { transact } from "#db/client";
import { listStoredNames } from "#db/evidence";
import { listMembers } from "#db/panel";
import { endPreviews } from "#db/previews";
import { latestPublication } from "#db/publications";
import type { AssessmentOptions } from "#db/schema";
import { requireCompany } from "./companies";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { discardFiles } from "./evidence-files";
import { noteOverall } from "./note-overall";
import { keepRubric, requireRubric, rubricOf } from "./rubrics";
import { endRunning } from "./workshop-end";

export type { AssessmentState, AssessmentWithCompany };

export type AssessmentInput = Pick<Assessment, "title" | "asOf" | "deadline" | "quorum" | "language"> & {
  rubricKey: string;
  /** Function keys left out of the overall. */
  leftOut: string[];
  /** The panel agrees to be recognisable: groups of any size are shown apart. Settled before the first judgment. */
  named?: boolean;
} & Partial<PanelOptions>;

/** What the consultant allows the panel, and when the panel has agreed. */
export type PanelOptions = Pick<AssessmentOptions, "showPrevious" | "mayReopen" | "consensusGoal">;

const PANEL_OPTIONS: PanelOptions = { showPrevious: false, mayReopen: true, consensusGoal: "strong" };

/** The least number of judgments a perspective needs before it is shown apart, unless the assessment says otherwise. */
export const DEFAULT_MINIMUM_GROUP = 3;
/** In a named assessment one judgment is a group. */
export const NAMED_MINIMUM_GROUP = 1;

export function readAssessments(context: ScopedContext): AssessmentWithCompany[] {
  return listAssessments(context.db, context.scope);
}

/** A company's assessments, oldest first; optionally only those in some states. */
export function readCompanyAssessments(
  context: ScopedContext,
  companyId: string,
  states?: AssessmentState[],
): Assessment[] {
  return listCompanyAssessments(context.db, context.scope, companyId, states);
}

export function readAssessment(context: ScopedContext, id: string): AssessmentWithCompany | undefined {
  return findAssessment(context.db, context.scope, id);
}

/** @throws Refusal "not-found" */
export function requireAssessment(context: ScopedContext, id: string): AssessmentWithCompany {
  const assessment = findAssessment(context.db, context.scope, id);
  if (!assessment) throw new Refusal("not-found");
  return assessment;
}

/**
 * Creates an assessment as a draft and returns its id.
 * @throws Refusal "not-found" (company), "unknown-rubric", "unknown-function"
 */
export function createAssessment(context: ScopedContext, companyId: string, input: AssessmentInput): string {
  return transact(context.db, () => {
    requireCompany(context, companyId);
    const loaded = requireRubric(context, input.rubricKey);
    requireFunctions(
      input.leftOut,
      loaded.rubric.functions.map((fn) => fn.key),
    );
    keepRubric(context, loaded);
    const id = randomUUID();
    const { workspaceId } = context.scope;
    const { panelOptions, rest: given } = splitOptions(input, PANEL_OPTIONS);
    const { rubricKey, leftOut, named = false, ...rest } = given;
    insertAssessment(context.db, {
      ...rest,
      id,
      workspaceId,
      companyId,
      rubricKey,
      rubricVersion: loaded.rubric.version,
      rubricHash: loaded.hash,
      options: {
        leftOut,
        weights: {},
        targets: {},
        minimumGroup: named ? NAMED_MINIMUM_GROUP : DEFAULT_MINIMUM_GROUP,
        ...panelOptions,
      },
      createdAt: context.now,
    });
    audit(context, workspaceId, "assessment.create", { kind: "assessment", id }, { rubric: rubricKey });
    return id;
  });
}

/** Takes the panel's options out of an input, those not given as they are in `otherwise`. */
function splitOptions<Input extends Partial<PanelOptions>>(input: Input, otherwise: PanelOptions) {
  const { showPrevious, mayReopen, consensusGoal, ...rest } = input;
  const panelOptions: PanelOptions = {
    showPrevious: showPrevious ?? otherwise.showPrevious,
    mayReopen: mayReopen ?? otherwise.mayReopen,
    consensusGoal: consensusGoal ?? otherwise.consensusGoal,
  };
  return { panelOptions, rest };
}

function requireFunctions(wanted: string[], known: string[]) {
  const unknown = wanted.find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Refusal("unknown-function", { key: unknown });
}

/**
 * Changes title, dates, quorum, language and what counts in the overall, until the assessment is published.
 * @throws Refusal "not-found", "wrong-state", "unknown-function"
 */
export function editAssessment(
  context: ScopedContext,
  id: string,
  input: Omit<AssessmentInput, "rubricKey">,
): void {
  transact(context.db, () => {
    const assessment = requireAssessment(context, id);
    const { functions } = rubricOf(context, assessment);
    requireFunctions(
      input.leftOut,
      functions.map((fn) => fn.key),
    );
    const { panelOptions, rest: given } = splitOptions(input, assessment.options);
    // Agreed before there is anything to agree about: a goal chosen after the answers could be chosen to fit them.
    if (panelOptions.consensusGoal !== assessment.options.consensusGoal && assessment.state !== "draft") {
      throw new Refusal("wrong-state", { state: assessment.state });
    }
    const { leftOut, named = isNamed(assessment), ...rest } = given;
    // What the panel was promised when it was invited is not changed behind its back.
    if (named !== isNamed(assessment) && assessment.state !== "draft") {
      throw new Refusal("wrong-state", { state: assessment.state });
    }
    const minimumGroup = named
      ? NAMED_MINIMUM_GROUP
      : Math.max(assessment.options.minimumGroup, DEFAULT_MINIMUM_GROUP);
    const options = { ...assessment.options, ...panelOptions, leftOut, minimumGroup };
    const done = updateAssessment(context.db, context.scope, id, ["draft", "open", "closed"], {
      ...rest,
      options,
    });
    if (!done) throw new Refusal("wrong-state", { state: assessment.state });
    noteOverall(context, assessment, leftOut);
    // What decides the result is written down with its old value: it may be changed once judgments are known.
    const before = { quorum: assessment.quorum, leftOut: assessment.options.leftOut };
    const detail = { before, after: { quorum: input.quorum, leftOut } };
    audit(context, context.scope.workspaceId, "assessment.edit", { kind: "assessment", id }, detail);
  });
}

/** Whether the panel agreed to be recognisable. */
export function isNamed({ options }: Pick<Assessment, "options">): boolean {
  return options.minimumGroup <= NAMED_MINIMUM_GROUP;
}

export type StateChange = "open" | "close" | "reopen" | "archive";

/** What each change needs and leaves. Publishing is its own use-case, since it freezes a result. */
const CHANGES: Record<
  StateChange,
  { from: AssessmentState[]; to: AssessmentState; stamp: "openedAt" | "closedAt" | "archivedAt" }
> = {
  open: { from: ["draft"], to: "open", stamp: "openedAt" },
  close: { from: ["open"], to: "closed", stamp: "closedAt" },
  reopen: { from: ["closed"], to: "open", stamp: "openedAt" },
  archive: { from: ["published", "closed"], to: "archived", stamp: "archivedAt" },
};

/**
 * Moves an assessment along draft -> open -> closed (and back by reopening) or into the archive. A reason is kept in
 * the audit log.
 * @throws Refusal "not-found", "wrong-state", "empty-panel" (opening without any member)
 */
export function changeState(context: ScopedContext, id: string, change: StateChange, reason?: string): void {
  transact(context.db, () => {
    const assessment = requireAssessment(context, id);
    const { from, to, stamp } = CHANGES[change];
    if (!possibleChanges(context, assessment).includes(change)) {
      throw new Refusal("wrong-state", { state: assessment.state });
    }
    if (change === "open" && listMembers(context.db, id).length === 0) throw new Refusal("empty-panel");
    const update = { state: to, [stamp]: context.now };
    if (!updateAssessment(context.db, context.scope, id, from, update)) {
      throw new Refusal("wrong-state", { state: assessment.state });
    }
    // Nobody votes on what is closed, and reopening does not bring the room back.
    if (change === "close") endRunning(context, assessment);
    // What the company was shown no longer stands, or no longer matters.
    endPreviews(context.db, id, context.now);
    const detail = reason === undefined ? undefined : { reason };
    audit(context, context.scope.workspaceId, `assessment.${change}`, { kind: "assessment", id }, detail);
  });
}

/**
 * Which changes the assessment permits now. A result that was withdrawn must be published again before the archive:
 * everything in the archive that has a publication can be read by the company.
 */
export function possibleChanges(
  context: ScopedContext,
  { id, state }: Pick<Assessment, "id" | "state">,
): StateChange[] {
  const withdrawn = state === "closed" && latestPublication(context.db, id) !== undefined;
  return (Object.keys(CHANGES) as StateChange[]).filter(
    (change) => CHANGES[change].from.includes(state) && !(change === "archive" && withdrawn),
  );
}

/** Removes a draft. @throws Refusal "not-found", "wrong-state" once it was opened: judgments are not thrown away. */
export function removeAssessment(context: ScopedContext, id: string): void {
  const files = transact(context.db, () => {
    const assessment = requireAssessment(context, id);
    if (assessment.state !== "draft") throw new Refusal("wrong-state", { state: assessment.state });
    const gone = listStoredNames(context.db, { assessmentId: id });
    deleteAssessment(context.db, context.scope, id);
    audit(context, context.scope.workspaceId, "assessment.remove", { kind: "assessment", id });
    return gone;
  });
  discardFiles(context, files);
}
