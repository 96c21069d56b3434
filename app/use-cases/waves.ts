import { randomUUID } from "node:crypto";
import { type AssessmentWithCompany, insertAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { insertMember, listMembers } from "#db/panel";
import { isErased } from "#db/personal-data";
import { localDate } from "~/i18n/format";
import { requireAssessment } from "./assessments";
import { audit, type ScopedContext } from "./context";
import { Refusal } from "./errors";
import { suggestNext } from "./wave-dates";

export type WaveInput = { title: string; asOf: string; deadline: string | null };

/**
 * Opens the next wave of an assessment as a draft: the same rubric in the same version, so that both can be compared,
 * the same settings, targets, weights and panel (without whom was erased), a new date. Nobody is invited yet. Returns
 * its id.
 * @throws Refusal "not-found", "not-later" (the date is not after the wave's that is repeated)
 */
export function repeatAssessment(context: ScopedContext, id: string, input: WaveInput): string {
  return transact(context.db, () => {
    const before = requireAssessment(context, id);
    if (input.asOf <= before.asOf) throw new Refusal("not-later", { asOf: before.asOf });
    const waveId = randomUUID();
    insertAssessment(context.db, {
      ...settingsOf(before),
      ...input,
      id: waveId,
      repeatsId: id,
      createdAt: context.now,
    });
    for (const member of listMembers(context.db, id).filter((one) => !isErased(one))) {
      const { name, email, perspective, weight, weightReason, functions, position } = member;
      const same = { name, email, perspective, weight, weightReason, functions, position };
      insertMember(context.db, { ...same, id: randomUUID(), assessmentId: waveId, createdAt: context.now });
    }
    const object = { kind: "assessment", id: waveId };
    audit(context, context.scope.workspaceId, "assessment.repeat", object, { repeats: id });
    return waveId;
  });
}

/** What the next wave is called and when it is, if nothing else is said. @throws Refusal "not-found" */
export function suggestWave(context: ScopedContext, id: string): WaveInput {
  return suggestNext(requireAssessment(context, id), localDate(context.now));
}

function settingsOf(before: AssessmentWithCompany) {
  const { workspaceId, companyId, rubricKey, rubricVersion, rubricHash } = before;
  const { quorum, language, options, reminderDays } = before;
  return {
    ...{ workspaceId, companyId, rubricKey, rubricVersion, rubricHash },
    ...{ quorum, language, options, reminderDays },
  };
}
