import type { IndicatorAnswers } from "#db/schema";
import type { Locale } from "~/i18n/locale";
import { changeState } from "~/use-cases/assessments";
import { saveJudgment, submitJudgments } from "~/use-cases/judging";
import { addMember } from "~/use-cases/panel";
import { publish } from "~/use-cases/publish";
import { aCompany, anAssessment, aPanel, aRubric, judge, MAIN_RUBRIC } from "./factories";
import type { Inside } from "./inside";

/** What an assessor of these tests is asked: the first functions of the rubric, or all. */
export type SeatInput = { functions?: number };

export type AssessorScene = ReturnType<typeof assessorScene>;

/**
 * An open assessment of a company that was published once before, by the rubric with nine functions. The panel may
 * see what was published.
 */
export function assessorScene(inside: Inside, language: Locale = "id") {
  const rubric = aRubric(inside, MAIN_RUBRIC);
  const companyId = aCompany(inside);
  const given = { rubricKey: MAIN_RUBRIC, leftOut: [], showPrevious: true, language };
  const before = anAssessment(inside, companyId, { ...given, title: "Penilaian 2025", asOf: "2025-06-30" });
  const [judge2025 = ""] = aPanel(inside, before, ["expert"]);
  changeState(inside.context(), before, "open");
  judge(
    inside,
    { assessmentId: before, rubric },
    judge2025,
    rubric.functions.map(() => 3),
  );
  changeState(inside.context(), before, "close");
  publish(inside.context(), before);

  const assessmentId = anAssessment(inside, companyId, { ...given, title: "Penilaian 2026" });
  aPanel(inside, assessmentId);
  changeState(inside.context(), assessmentId, "open");
  let members = 0;
  return {
    rubric,
    assessmentId,
    /** Adds a member and returns their id. */
    seat({ functions }: SeatInput = {}): string {
      members += 1;
      return addMember(inside.context(), assessmentId, {
        name: `Penilai ${members}`,
        email: `penilai${members}@example.com`,
        perspective: "expert",
        weight: 1,
        functions:
          functions === undefined ? null : rubric.functions.slice(0, functions).map(({ key }) => key),
      });
    },
    /** Saves level 4 of every function named, the first one with its lowest indicator answered "not met". */
    save(memberId: string, keys: string[]): void {
      const actor = { kind: "assessor", memberId, assessmentId } as const;
      for (const key of keys) {
        const [lowest] = rubric.functions.find((fn) => fn.key === key)?.indicators ?? [];
        const indicators: IndicatorAnswers = key === keys[0] && lowest ? { [lowest.key]: "not-met" } : {};
        const words = { rationale: "Terlihat di toko dan di aplikasi." };
        const judgment = { level: 4, cannotJudge: null, confidence: 2, ...words, indicators };
        saveJudgment({ ...inside.context(), actor }, key, judgment);
      }
    },
    submit(memberId: string): void {
      const actor = { kind: "assessor", memberId, assessmentId } as const;
      submitJudgments({ ...inside.context(), actor });
    },
  };
}
