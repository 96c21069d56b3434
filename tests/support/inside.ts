import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { firstWorkspace } from "#db/accounts";
import { type Db, openDatabase } from "#db/client";
import { readEnv } from "~/env.server";
import { loadRubrics } from "~/rubric-library.server";
import type { ScopedContext } from "~/use-cases/context";
import { type People, type Person, people } from "./people";
import { inRepository } from "./root";
import type { RunningServer } from "./server";

/** A door into the store of a running server, for what would take a browser long to prepare. */
export type Inside = People & {
  db: Db;
  context(): ScopedContext;
  /** Gives the page's browser the cookies of somebody. */
  be(page: Page, person: Person): Promise<void>;
  close(): void;
};

export function lookInside({ dataDir, url }: RunningServer): Inside {
  const db = openDatabase(join(dataDir, "selaras.db"));
  const rubrics = loadRubrics([inRepository("rubric/models")]);
  const secret = readFileSync(join(dataDir, "session-secret"), "utf8").trim();
  const workspaceId = firstWorkspace(db)?.id;
  if (!workspaceId) throw new Error("The server has made no workspace");
  const context = (): ScopedContext => ({
    db,
    rubrics,
    now: new Date(),
    actor: { kind: "system", name: "test" },
    address: null,
    settings: {
      ...{ secret, baseUrl: url, mailServer: false },
      evidence: { folder: join(dataDir, "evidence"), quota: 200 * 1024 ** 2 },
    },
    scope: { workspaceId, companyIds: null },
  });
  return {
    db,
    context,
    ...people({ env: readEnv({ BASE_URL: url }), secret }, context),
    async be(page, { jar }) {
      const cookies = jar.header().split("; ");
      await page.context().addCookies(
        cookies.map((cookie) => {
          const [name = "", ...value] = cookie.split("=");
          return { name, value: value.join("="), url };
        }),
      );
    },
    close: () => void db.$client.close(),
  };
}
