import { listStanding } from "#db/judgments";
import { FIRST_ROUND } from "#db/rounds";
import type { AssessorContext, Desk } from "./desk";
import { shuffleKey } from "./findings/remarks";

/** What an assessor is told of the panel before judging a function again. */
export type RoundFeedback = {
  /** Judgments per level, the first for level 1; null where so few judged that it would show what single persons said. */
  distribution: number[] | null;
  /** What the others wrote, in an order that has nothing to do with who wrote it; null as the distribution. */
  rationales: string[] | null;
  /** How many judgments the panel must have before they are shown. */
  minimumGroup: number;
};

/** Where the panel stood on a function before the round that is going on; null in the first round. */
export function readFeedback(
  context: AssessorContext,
  desk: Desk,
  functionKey: string,
): RoundFeedback | null {
  const { assessment, round, member, rubric } = desk;
  if (round.number === FIRST_ROUND || round.kind !== "questionnaire") return null;
  const { minimumGroup } = assessment.options;
  const own = listStanding(context.db, assessment.id, round.number - 1).filter(
    (judgment) => judgment.functionKey === functionKey && judgment.level !== null,
  );
  if (own.length < minimumGroup || own.length === 0) {
    return { distribution: null, rationales: null, minimumGroup };
  }
  return {
    distribution: rubric.levels.map((_, index) => own.filter(({ level }) => level === index + 1).length),
    rationales: own
      .filter(({ memberId, rationale }) => memberId !== member.id && rationale !== "")
      .sort((a, b) => (shuffleKey(a) < shuffleKey(b) ? -1 : 1))
      .map(({ rationale }) => rationale),
    minimumGroup,
  };
}
