import { STRONG_SHARE } from "#rubric/scoring/consensus";
import { STABLE_BELOW } from "#rubric/scoring/rounds";
import { type Locale, localized } from "~/i18n/locale";
import type { AssessmentWithCompany } from "~/use-cases/assessments";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import { openFunctions, readRounds } from "~/use-cases/rounds";
import { planRound, type RoundChoice } from "~/use-cases/rounds-open";

export type RoundsPage = ReturnType<typeof readRoundsPage>;
export type PageStage = RoundsPage["stages"][number];
export type PageFunction = RoundsPage["functions"][number];
export type PagePlan = NonNullable<Extract<RoundsPage["plan"], { ok: true }>["plan"]>;

/** Why no round can be opened now; null when one can. */
export type Hindrance = "draft" | "over" | "published" | "workshop" | "nothing" | null;

/** All that the page of rounds shows, in one language. */
export function readRoundsPage(
  context: ScopedContext,
  assessment: AssessmentWithCompany,
  { params, locale }: { params: URLSearchParams; locale: Locale },
) {
  const view = readRounds(context, assessment.id);
  // Chosen elsewhere, by where the panel disagrees: ticked here, and nothing more until it is asked what that would do.
  const wanted = params.getAll("f");
  const functions = view.functions.map(({ name, ...fn }) => ({ ...fn, name: localized(name, locale) }));
  const hindrance = hindranceOf(assessment, view);
  return {
    ...view,
    functions,
    stages: view.stages.map(({ kind, first, last, asked, handedIn }) => ({
      ...{ kind, first, last, asked, handedIn },
    })),
    rule: { strong: STRONG_SHARE, stable: STABLE_BELOW },
    open: openFunctions(functions),
    hindrance,
    which: params.get("which") ?? (wanted.length > 0 ? "some" : null),
    ticked: [...params.getAll("fn"), ...wanted],
    plan: hindrance === null && params.has("which") ? planOf(context, assessment.id, params) : null,
  };
}

function hindranceOf(
  { state }: AssessmentWithCompany,
  { begun, workshopRuns }: { begun: boolean; workshopRuns: boolean },
): Hindrance {
  if (state === "draft") return "draft";
  if (state === "published" || state === "archived") return "published";
  if (state === "closed") return "over";
  if (workshopRuns) return "workshop";
  return begun ? null : "nothing";
}

/** What the choice in the address would do, for the consultant to confirm; refused where it asks nobody anything. */
function planOf(context: ScopedContext, assessmentId: string, params: URLSearchParams) {
  try {
    return { ok: true as const, plan: planRound(context, assessmentId, choiceOf(params)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false as const, reason: error.reason };
  }
}

function choiceOf(params: URLSearchParams): RoundChoice {
  const which = params.get("which");
  return which === "open" || which === "all" ? which : params.getAll("fn");
}
