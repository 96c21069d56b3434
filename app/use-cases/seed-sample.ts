import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { insertAssessment } from "#db/assessments";
import { transact } from "#db/client";
import { insertCompany, listCompanies } from "#db/companies";
import { insertEvidence } from "#db/evidence";
import { appendJudgment } from "#db/judgments";
import { insertMember, insertSubmission } from "#db/panel";
import { FIRST_ROUND } from "#db/rounds";
import { audit, type ScopedContext } from "./context";
import { newReceipt } from "./judging";
import { publish } from "./publish";
import { keepRubric } from "./rubrics";
import { parseSample, type SampleAssessment, type SampleData, sampleJudgments } from "./sample/sample-data";

/**
 * Adds the sample company with its assessments to the workspace, unless it is there already. Returns the company's
 * id, or null when it was there. `root` is the folder of package.json.
 */
export function seedSample(context: ScopedContext, root: string): string | null {
  const file = join(root, "app/use-cases/sample/sample-assessment.yaml");
  const sample = parseSample(parse(readFileSync(file, "utf8")));
  return transact(context.db, () => {
    if (listCompanies(context.db, context.scope).some((company) => company.sample)) return null;
    const companyId = randomUUID();
    const { workspaceId } = context.scope;
    insertCompany(context.db, {
      ...sample.company,
      id: companyId,
      workspaceId,
      sample: true,
      createdAt: context.now,
    });
    for (const assessment of sample.assessments) seedAssessment(context, companyId, sample, assessment);
    audit(context, workspaceId, "sample.seed", { kind: "company", id: companyId });
    return companyId;
  });
}

function seedAssessment(
  context: ScopedContext,
  companyId: string,
  sample: SampleData,
  given: SampleAssessment,
): void {
  const loaded = context.rubrics.get(sample.rubric.key, sample.rubric.version);
  if (!loaded) throw new Error(`The sample needs the rubric ${sample.rubric.key} ${sample.rubric.version}`);
  keepRubric(context, loaded);
  const id = randomUUID();
  const { title, asOf, deadline, language, quorum, options } = given;
  const published = given.state === "published";
  insertAssessment(context.db, {
    ...{ id, companyId, title, asOf, deadline, language, quorum, options },
    workspaceId: context.scope.workspaceId,
    rubricKey: sample.rubric.key,
    rubricVersion: sample.rubric.version,
    rubricHash: loaded.hash,
    note: sample.note,
    state: published ? "closed" : given.state,
    createdAt: startOf(given.openedOn),
    openedAt: startOf(given.openedOn),
    closedAt: startOf(given.closedOn),
  });
  seedPanel(context, id, sample, given);
  if (published) publish({ ...context, now: startOf(given.publishedOn ?? given.closedOn) }, id);
}

function seedPanel(
  context: ScopedContext,
  assessmentId: string,
  sample: SampleData,
  given: SampleAssessment,
): void {
  const createdAt = startOf(given.closedOn);
  const memberIds = new Map(given.panel.map((person) => [person, randomUUID()]));
  given.panel.forEach((person, index) => {
    const id = memberIds.get(person);
    const details = sample.people[person];
    if (!id || !details) return;
    insertMember(context.db, { ...details, id, assessmentId, position: index + 1, createdAt });
    const receipt = newReceipt();
    insertSubmission(context.db, { id: randomUUID(), memberId: id, round: FIRST_ROUND, receipt, createdAt });
  });
  for (const { functionKey, person, evidence, ...judgment } of sampleJudgments(given)) {
    const memberId = memberIds.get(person);
    if (!memberId) continue;
    appendJudgment(context.db, {
      ...{ level: null, cannotJudge: null, confidence: null, ...judgment },
      memberId,
      functionKey,
      round: FIRST_ROUND,
      source: "sample",
      createdAt,
    });
    for (const item of evidence) {
      insertEvidence(context.db, { ...item, id: randomUUID(), memberId, createdAt }, [functionKey]);
    }
  }
}

/** Nine in the morning, Western Indonesian Time. */
function startOf(date: string): Date {
  return new Date(`${date}T09:00:00+07:00`);
}
