import { answerCheck } from "~/use-cases/answer-check";
import { changeState, requireAssessment } from "~/use-cases/assessments";
import { setGoals } from "~/use-cases/goals";
import { showPreview } from "~/use-cases/preview-levels";
import { publish, withdraw } from "~/use-cases/publish";
import { readTexts, saveTexts } from "~/use-cases/report-texts";
import { rubricOf } from "~/use-cases/rubrics";
import { actingIn } from "./check-scene";
import { account, NOW, sampleAssessments, twoWorkspaces, workingContext } from "./small-workspace";

/** Who reads a report: all that differs between them stands in their context and in what they may see. */
export type Reader = "viewer" | "english" | "manager" | "staff";
export const READERS: Reader[] = ["viewer", "english", "manager", "staff"];

/** The sample's newer assessment, published beside the older one, and everything that may befall the two. */
export function changingReport() {
  const db = twoWorkspaces();
  account(db, "owner", [["w", "owner"]]);
  const [earlier, id] = sampleAssessments(db);
  let minutes = 0;
  const now = () => new Date(NOW.getTime() + ++minutes * 60_000);
  const staff = () => workingContext(db, "owner", "w", now());
  const assessment = () => requireAssessment(staff(), id);
  const { companyId } = assessment();
  const person = (name: string, role: "viewer" | "manager") => ({
    ...actingIn(db, name, role, companyId),
    now: now(),
  });
  const run = (sql: string, ...values: unknown[]) => void db.$client.prepare(sql).run(...values);
  const [key = ""] = rubricOf(staff(), assessment()).functions.map((fn) => fn.key);
  publish(staff(), id);

  const anew = (change: () => void = () => undefined) => {
    withdraw(staff(), id);
    change();
    publish(staff(), id);
  };
  const number = () =>
    Number(db.$client.prepare("select max(number) from publication where assessment_id = ?").pluck().get(id));
  const say = (who: string, answer: "confirm" | "dispute", comment = "") =>
    answerCheck(person(who, "manager"), id, {
      publication: number(),
      answers: [{ functionKey: key, answer, comment }],
    });
  const write = (summary: string) => {
    const texts = { summary: { id: summary, en: "" }, comments: {} };
    saveTexts(staff(), id, { texts, base: readTexts(staff(), id).version });
  };
  const aim = (target: number) =>
    setGoals(staff(), id, [
      { functionKey: key, target, due: null, targetReason: "a", weight: 1, weightReason: "" },
    ]);
  const panelAnswers = (group: number) =>
    run(
      `insert into member_check (publication_id, function_key, member_id, answer, comment, created_at)
       select p.id, ?, m.id, 'confirm', '', 1 from publication p
       join (select id from panel_member where assessment_id = ? order by id limit ?) m
       where p.assessment_id = ? order by p.number desc limit ?`,
      ...[key, id, group, id, group],
    );
  const groups = (least: number) =>
    run("update assessment set options = json_set(options, '$.minimumGroup', ?) where id = ?", least, id);

  /** Each by its name, with the readers whose report it alters when it alone befalls what is published. */
  const changes: [name: string, alters: Reader[], change: () => void][] = [
    ["is published anew", READERS, () => anew()],
    [
      "is published anew after a judgment changed",
      READERS,
      () => anew(() => run("update judgment set level = 1 where level > 0")),
    ],
    ["is withdrawn", READERS, () => withdraw(staff(), id)],
    ["is archived", READERS, () => changeState(staff(), id, "archive")],
    [
      "is given another title, and that published",
      READERS,
      () => anew(() => run("update assessment set title = title || '!'")),
    ],
    [
      "is given another title",
      [],
      () => run("update assessment set title = title || '!', quorum = 2, deadline = '2030-01-01'"),
    ],
    ["is of a company renamed", [], () => run("update company set name = name || '!'")],
    ["is confirmed", READERS, () => say("ratna", "confirm")],
    ["is disputed by somebody else", READERS, () => say("rudi", "dispute", `Tidak, ${minutes}`)],
    ["is confirmed by too few of the panel", ["staff"], () => panelAnswers(1)],
    ["is confirmed by enough of the panel", READERS, () => panelAnswers(3)],
    ["may show smaller groups", [], () => groups(1)],
    ["may show smaller groups, one of which answered", READERS, () => [groups(1), panelAnswers(1)]],
    [
      "was shown and disputed before it was published",
      READERS,
      () =>
        anew(() => {
          const preview = showPreview(staff(), id);
          const answers = [{ functionKey: key, answer: "dispute" as const, comment: "Belum" }];
          answerCheck(person("ratna", "manager"), id, { preview, answers });
        }),
    ],
    ["is given a summary", [], () => write(`Ringkasan ${minutes}`)],
    ["is published with a summary", READERS, () => anew(() => write(`Ringkasan ${minutes}`))],
    ["is published with another goal", READERS, () => anew(() => aim(1 + (minutes % 4)))],
    [
      "is given another goal after withdrawal",
      READERS,
      () => [withdraw(staff(), id), aim(1 + (minutes % 4))],
    ],
    ["has members with other names", ["staff"], () => run("update panel_member set name = name || '!'")],
    [
      "was published by somebody renamed",
      ["staff"],
      () => run("update user set name = name || '!' where id = 'owner'"),
    ],
    [
      "was published by somebody who is gone",
      ["staff"],
      () => run("update publication set created_by = null"),
    ],
    ["follows one that is corrected", [], () => [withdraw(staff(), earlier), publish(staff(), earlier)]],
    ["follows one that is withdrawn", READERS, () => withdraw(staff(), earlier)],
    ["follows one that is archived", [], () => changeState(staff(), earlier, "archive")],
    [
      "follows one that is renamed",
      [],
      () => run("update assessment set title = title || '?' where id = ?", earlier),
    ],
    ["follows none any more", READERS, () => run("delete from assessment where id = ?", earlier)],
    [
      "follows one that is now of later",
      READERS,
      () => run("update assessment set as_of = '2040-01-01' where id = ?", earlier),
    ],
    [
      "follows one by another measure",
      READERS,
      () => run("update assessment set rubric_version = '0' where id = ?", earlier),
    ],
  ];
  const reading = {
    viewer: { live: false, answers: false, locale: "id" },
    english: { live: false, answers: false, locale: "en" },
    manager: { live: false, answers: true, locale: "id" },
    staff: { live: true, answers: true, locale: "id" },
  } as const;
  const contextOf = (reader: Reader) => {
    if (reader === "staff") return staff();
    return reader === "manager" ? person("ratna", "manager") : person("vera", "viewer");
  };
  return { db, id, changes, assessment, contextOf, reading };
}
