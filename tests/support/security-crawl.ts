import type { Answer, TestApp } from "./app";
import { addresses } from "./build";
import { attributes } from "./html";
import type { Person } from "./people";
import { pathAt } from "./security-cells";
import type { Scene } from "./security-scene";

export type Visited = Answer & { path: string };

/** Opens every address as somebody, at their own place, and then everything that those pages link to. */
export async function crawl(
  app: TestApp,
  scene: Pick<Scene, "ids" | "links">,
  who: Person,
): Promise<Visited[]> {
  const waiting = (await addresses()).map(({ path }) => pathAt(path, scene, "own").replace("*", "nowhere"));
  const seen = new Set(waiting);
  const visited: Visited[] = [];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const answer = await app.get(path, { as: who });
    visited.push({ ...answer, path });
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
    const links = isPage ? attributes(answer.body, "a", "href") : [];
    for (const link of [...links, answer.location ?? ""].map(ownPart)) {
      if (link === "" || seen.has(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return visited;
}

/** An address of ours without what comes after "#"; empty for any other. */
function ownPart(href: string): string {
  return /^\/(?!\/|assets\/)/.test(href) ? href.replace(/#.*/, "") : "";
}

/** Everything that is stored, table by table, but for the traces that every visit and every download leaves. */
export function stored(app: TestApp): Record<string, unknown[]> {
  const { $client } = app.services.db;
  const tables = $client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not in ('rate_limit', 'sqlite_sequence') order by name",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => {
      const rows = $client.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
      const asked = rows.filter(({ action }) => table !== "audit_event" || action !== "assessment.export");
      return [table, asked.map(({ last_seen_at: _, opened_count: __, opened_at: ___, ...row }) => row)];
    }),
  );
}
