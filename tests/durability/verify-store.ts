import { join } from "node:path";
import { verifyAudit } from "#db/audit";
import { checkStore } from "#db/check-store";
import { openToRead } from "#db/copy-store";
import type { Acknowledged } from "./savers";

type Row = {
  id: number;
  memberId: string;
  key: string;
  function_key: string;
  level: number | null;
  rationale: string;
  version: number;
};

/**
 * What is wrong with a store after everything that was done to it: damage, broken references, a broken audit log, and
 * every acknowledged save that is not there exactly once as it was sent. Empty when it is as it must be.
 */
export function faultsIn(dataDir: string, acknowledged: readonly Acknowledged[]): string[] {
  const db = openToRead(join(dataDir, "selaras.db"));
  try {
    // One moment for all: the server may go on meanwhile.
    return db.$client.transaction(() => {
      const { damage, brokenReferences } = checkStore(db);
      const { fault } = verifyAudit(db);
      const judgments = db.$client
        .prepare("select id, member_id as memberId, idempotency_key as key, * from judgment")
        .all() as Row[];
      const byKey = new Map<string, Row[]>();
      for (const row of judgments) {
        const name = `${row.memberId} ${row.key}`;
        byKey.set(name, [...(byKey.get(name) ?? []), row]);
      }
      const noted = new Map(
        db.$client
          .prepare(
            "select object_id, count(*) from audit_event where action = 'judgment.save' group by object_id",
          )
          .raw()
          .all() as [string, number][],
      );
      const lost = acknowledged.flatMap((save) => {
        const rows = byKey.get(`${save.memberId} ${save.key}`) ?? [];
        const [row] = rows;
        const same =
          row?.function_key === save.functionKey &&
          row.level === save.level &&
          row.rationale === save.rationale &&
          row.version === save.version;
        return rows.length === 1 && same && noted.get(String(row.id)) === 1
          ? []
          : [`${save.key}: ${JSON.stringify(rows)}`];
      });
      const gaps = db.$client
        .prepare(
          `select member_id || ' ' || function_key from judgment
           group by member_id, function_key, round having max(version) <> count(*)`,
        )
        .pluck()
        .all() as string[];
      return [...damage, ...brokenReferences, ...(fault ? [`audit: ${fault.why}`] : []), ...lost, ...gaps];
    })();
  } finally {
    db.$client.close();
  }
}
