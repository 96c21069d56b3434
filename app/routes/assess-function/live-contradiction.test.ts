import { describe, expect, it } from "vitest";
import { readDesk } from "~/use-cases/desk";
import { INDICATOR_ANSWERS, saveJudgment } from "~/use-cases/judging";
import { anOpenAssessment, MAIN_RUBRIC } from "../../../tests/support/factories";
import { twoWorkspaces, workingContext } from "../../../tests/support/small-workspace";
import { taskView } from "../assess-layout/views.server";
import { indicatorField } from "./fields";
import { contradictingTexts } from "./live-contradiction";

describe("the contradiction shown while somebody chooses", () => {
  const db = twoWorkspaces();
  const place = { db, context: () => workingContext(db) };
  const { assessmentId, members, rubric } = anOpenAssessment(place, { rubricKey: MAIN_RUBRIC });
  const actor = { kind: "assessor", memberId: members[0] ?? "", assessmentId } as const;
  const context = { ...place.context(), actor };
  const fn = rubric.functions[0];
  if (!fn) throw new Error("The rubric has no function");

  it.each(rubric.levels.map((_level, index) => index + 1))(
    "names what the saved judgment is told, at level %i and for every answer",
    (level) => {
      for (const [shift] of INDICATOR_ANSWERS.entries()) {
        const answers = Object.fromEntries(
          fn.indicators.map(({ key }, place) => [key, INDICATOR_ANSWERS[(place + shift) % 4] ?? "met"]),
        );
        saveJudgment(context, fn.key, {
          ...{ level, cannotJudge: null, confidence: null, rationale: "" },
          indicators: answers,
        });
        const desk = readDesk(context);
        const task = desk.tasks.find((one) => one.fn.key === fn.key);
        if (!task) throw new Error("The function is not asked");
        const view = taskView(desk, task, "id");
        const given = Object.fromEntries(
          Object.entries(answers).map(([key, answer]) => [indicatorField(key), answer]),
        );
        const shown = contradictingTexts(view.indicators, { ...given, level: String(level) });
        expect(shown).toEqual(view.contradicting);
      }
    },
  );

  it("says nothing before a level is chosen, or where none can be", () => {
    const indicators = [{ key: "a", level: 1, text: "A", answer: null }];
    const given = { [indicatorField("a")]: "not-met" };
    expect(contradictingTexts(indicators, given)).toEqual([]);
    expect(contradictingTexts(indicators, { ...given, level: "none" })).toEqual([]);
    expect(contradictingTexts(indicators, { ...given, level: "1" })).toEqual(["A"]);
  });
});
