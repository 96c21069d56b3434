import { expect } from "vitest";
import { createOwnerLink } from "~/use-cases/accounts";
import type { TestApp } from "./app";
import type { Person } from "./people";

/** What the first person types who opens the link of the first start. */
export const OWNER = { name: "Dewi Anggraini", email: "dewi@example.com", password: "tujuh ekor bangau" };

/** The address of the one-time link that creates the owner. */
export function ownerLink(app: TestApp): string {
  const token = createOwnerLink(app.context(), app.workspaceId);
  if (!token) throw new Error("There is an owner already");
  return `/account/${token}`;
}

/** Creates the owner through the link, in a browser that is then put away. */
export async function createOwner(app: TestApp): Promise<void> {
  const answer = await app.post(ownerLink(app), OWNER, { as: app.visitor() });
  expect(answer.status).toBe(302);
}

/** Whether the home page takes somebody to their work. */
export async function isSignedIn(app: TestApp, as: Person): Promise<boolean> {
  return (await app.get("/", { as })).location === "/companies";
}
