import type { Db } from "#db/client";
import type { Rubric } from "#rubric/schema";
import { expectedLevel } from "./expected";

type StoredJudgment = { id: number; function_key: string; level: number | null };

/** The sample's latest assessment read straight from the tables, and what must follow from them. */
export function storedSample({ $client }: Db, rubric: Rubric) {
  const assessment = $client.prepare("select id, title, quorum from assessment order by as_of desc").get();
  const { id, title, quorum } = assessment as { id: string; title: string; quorum: number };
  const latest = $client.prepare(
    `select judgment.id, function_key, level from judgment join panel_member on panel_member.id = member_id
     where assessment_id = ? and version = (select max(version) from judgment as newer
       where newer.member_id = judgment.member_id and newer.function_key = judgment.function_key)`,
  );
  const rows = () => latest.all(id) as StoredJudgment[];
  const levelOf = (key: string, found: StoredJudgment[]) =>
    expectedLevel(
      found.filter(({ function_key }) => function_key === key).map(({ level }) => level),
      quorum,
    );
  return {
    id,
    title,
    expected() {
      const levels = rubric.functions.map(({ key }) => levelOf(key, rows()));
      const attained = Math.min(...levels.map((level) => level ?? 0));
      return { levels, typical: expectedLevel(levels), attained };
    },
    /** Lowers one judgment to level 1: one that its function's level hangs on. */
    changeOne(): void {
      const found = rows();
      const pivotal = found.find(({ id: own, function_key: key, level }) => {
        const changed = found.map((row) => (row.id === own ? { ...row, level: 1 } : row));
        return level !== null && levelOf(key, changed) !== levelOf(key, found);
      });
      if (!pivotal) throw new Error("No single judgment changes any level");
      $client.prepare("update judgment set level = 1 where id = ?").run(pivotal.id);
    },
  };
}
