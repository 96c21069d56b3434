import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { insertWorkspace } from "#db/accounts";
import { openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { readEnv } from "~/env.server";
import { actingContext } from "~/http/context";
import { addFile } from "~/use-cases/company-files";
import type { ScopedContext } from "~/use-cases/context";
import { testServices } from "../../app/cli/fixtures";
import { MIGRATIONS } from "./database";
import { anOpenAssessment, judge } from "./factories";
import { temporaryFolder } from "./temporary-folder";

/** The beginning of a PDF, and something to tell one from the other. */
export const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.4\n%${text}\n%%EOF\n`);

/** A data directory as a server leaves it, with judgments and two files of a company, and a door into its store. */
export async function aDataDirectory(dataDir = temporaryFolder()) {
  const db = openDatabase(join(dataDir, "selaras.db"));
  onTestFinished(() => void db.$client.close());
  migrate(db, MIGRATIONS);
  const secret = randomBytes(32).toString("hex");
  writeFileSync(join(dataDir, "session-secret"), secret, { mode: 0o600 });
  const services = {
    ...testServices(),
    db,
    secret,
    env: readEnv({ DATA_DIR: dataDir, LOG_LEVEL: "silent" }),
  };
  const workspaceId = "workspace";
  insertWorkspace(db, { id: workspaceId, name: "Selaras", createdAt: services.clock() });
  const context = (): ScopedContext => ({
    ...actingContext(services, { kind: "system", name: "test" }, null),
    scope: { workspaceId, companyIds: null },
  });
  const place = { context };
  const open = anOpenAssessment(place);
  const [first = ""] = open.members;
  judge(
    place,
    open,
    first,
    open.rubric.functions.map(() => 3),
  );
  for (const name of ["satu.pdf", "dua.pdf"])
    await addFile(context(), open.companyId, { name, bytes: pdf(name) });
  return { dataDir, db, services, place, ...open };
}
