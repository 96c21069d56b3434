import { eq, sql } from "drizzle-orm";
import type { Db } from "./client";
import { prepared } from "./prepared";
import { workspace, workspaceLogo } from "./schema";

export type WorkspaceLogo = Pick<typeof workspaceLogo.$inferSelect, "png" | "width" | "height" | "sha256">;

/** What a workspace shows of itself; the logo without its pixels. */
export type StoredBrand = {
  name: string;
  accent: string | null;
  logo: Omit<WorkspaceLogo, "png"> | null;
};

const { sha256, width, height } = workspaceLogo;
const brandOf = prepared((db) =>
  db
    .select({ name: workspace.name, accent: workspace.accent, logo: { sha256, width, height } })
    .from(workspace)
    .leftJoin(workspaceLogo, eq(workspaceLogo.workspaceId, workspace.id))
    .where(eq(workspace.id, sql.placeholder("workspaceId")))
    .prepare(),
);

export function findBrand(db: Db, workspaceId: string): StoredBrand | undefined {
  return brandOf(db).get({ workspaceId });
}

export function findLogo(db: Db, workspaceId: string): WorkspaceLogo | undefined {
  return db.select().from(workspaceLogo).where(eq(workspaceLogo.workspaceId, workspaceId)).get();
}

export function saveLogo(db: Db, row: typeof workspaceLogo.$inferInsert): void {
  const { workspaceId: _, ...change } = row;
  db.insert(workspaceLogo)
    .values(row)
    .onConflictDoUpdate({ target: workspaceLogo.workspaceId, set: change })
    .run();
}

/** Returns whether there was one. */
export function deleteLogo(db: Db, workspaceId: string): boolean {
  return db.delete(workspaceLogo).where(eq(workspaceLogo.workspaceId, workspaceId)).run().changes > 0;
}

export function saveAccent(db: Db, workspaceId: string, accent: string | null): void {
  db.update(workspace).set({ accent }).where(eq(workspace.id, workspaceId)).run();
}
