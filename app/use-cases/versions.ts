import { listVersions } from "#db/publications";
import type { ScopedContext } from "./context";

/** One publication of an assessment, as a list of its versions tells it. */
export type Version = {
  number: number;
  at: Date;
  /** Who published it; null for readers who are not told, and for somebody who is gone. */
  by: string | null;
  judgmentsHash: string;
  rubricVersion: string;
  method: { name: string; version: string };
};

/** Every version of an assessment that was ever published, the newest first. `named`: with who published it. */
export function readVersions(
  context: Pick<ScopedContext, "db">,
  assessmentId: string,
  { named }: { named: boolean },
): Version[] {
  return listVersions(context.db, assessmentId).map(
    ({
      number,
      createdAt: at,
      by,
      judgmentsHash,
      rubricVersion,
      methodName: name,
      methodVersion: version,
    }) => ({
      ...{ number, at, judgmentsHash, rubricVersion, method: { name, version } },
      by: named ? by : null,
    }),
  );
}
