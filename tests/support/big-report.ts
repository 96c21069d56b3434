import { changeState } from "~/use-cases/assessments";
import { saveJudgment, submitJudgments } from "~/use-cases/judging";
import { addMember } from "~/use-cases/panel";
import { publish } from "~/use-cases/publish";
import { aCompany, anAssessment, aRubric, MAIN_RUBRIC, type Place } from "./factories";

const ASSESSORS = 50;
const CHARACTERS = 2000;

/** A published assessment by a big panel: 50 assessors, nine functions, 450 reasons of 2,000 characters. */
export function aBigAssessment(app: Place): string {
  const rubric = aRubric(app, MAIN_RUBRIC);
  const assessmentId = anAssessment(app, aCompany(app), { rubricKey: MAIN_RUBRIC });
  const members = Array.from({ length: ASSESSORS }, (_, index) =>
    addMember(app.context(), assessmentId, {
      ...{ name: `Anggota ${index}`, email: `anggota${index}@example.com`, weight: 1 },
      perspective: (["expert", "insider", "customer"] as const)[index % 3] ?? "expert",
    }),
  );
  changeState(app.context(), assessmentId, "open");
  for (const [index, memberId] of members.entries()) {
    const context = { ...app.context(), actor: { kind: "assessor", memberId, assessmentId } as const };
    for (const [place, fn] of rubric.functions.entries()) {
      saveJudgment(context, fn.key, {
        ...{ level: 1 + ((index * 7 + place) % rubric.levels.length), cannotJudge: null, confidence: 2 },
        rationale: reason(index * rubric.functions.length + place),
        indicators: {},
      });
    }
    submitJudgments(context);
  }
  changeState(app.context(), assessmentId, "close");
  publish(app.context(), assessmentId);
  return assessmentId;
}

const WORDS =
  "toko daring gudang pelanggan keluhan layanan kasir jam stok harga janji kurir aplikasi laporan".split(" ");

/** A reason of its own for each judgment, so that nothing is packed well by being said twice. */
function reason(seed: number): string {
  let state = seed + 1;
  let text = "";
  while (text.length < CHARACTERS) {
    state = (state * 48_271) % 2_147_483_647;
    text += `${WORDS[state % WORDS.length]}${state % 11 === 0 ? "." : ""} `;
  }
  return text.slice(0, CHARACTERS - 1).concat(".");
}
