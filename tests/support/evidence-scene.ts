import { join } from "node:path";
import type { AssessorContext } from "~/use-cases/desk";
import { addEvidence, type EvidenceInput } from "~/use-cases/write-evidence";
import { anOpenAssessment, MAIN_RUBRIC } from "./factories";
import { account, twoWorkspaces, workingContext } from "./small-workspace";
import { temporaryFolder } from "./temporary-folder";

export const anEvidence = (functions: string[], given: Partial<EvidenceInput> = {}): EvidenceInput => ({
  ...{ kind: "document", note: "Pedoman merek", date: null, source: "", link: null },
  functions,
  ...given,
});

/** An open assessment, its first member, and a folder for files of its own. */
export function evidenceScene({ quota = 1024 ** 2 } = {}) {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const folder = join(temporaryFolder(), "evidence");
  const own = workingContext(db);
  const base = { ...own, settings: { ...own.settings, evidence: { folder, quota } } };
  const staff = () => base;
  const { companyId, assessmentId, members, rubric } = anOpenAssessment(
    { context: staff },
    { rubricKey: MAIN_RUBRIC },
  );
  const seat = (place: number): AssessorContext => ({
    ...base,
    actor: { kind: "assessor", memberId: members[place] ?? "", assessmentId },
  });
  const [first = "", second = "", third = ""] = rubric.functions.map(({ key }) => key);
  const add = (
    given: Partial<EvidenceInput> = {},
    file: Parameters<typeof addEvidence>[2] = null,
    place = 0,
  ) => addEvidence(seat(place), anEvidence([first], given), file);
  return { db, folder, staff, companyId, assessmentId, members, rubric, seat, first, second, third, add };
}
