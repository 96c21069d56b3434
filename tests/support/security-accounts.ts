import { randomUUID } from "node:crypto";
import { TOTP } from "otpauth";
import { type Role, updateUser } from "#db/accounts";
import { addPerson, hashPassword } from "~/use-cases/accounts";
import { enrol, proposeSecret } from "~/use-cases/second-factor";
import type { Answer, SendOptions, TestApp } from "./app";
import type { Person } from "./people";

/** Accounts with a password and, where wanted, an authenticator; nobody is signed in yet. */

export const PASSWORD = "tujuh ekor bangau";
const hashed = hashPassword(PASSWORD);

export type Registered = {
  userId: string;
  email: string;
  /** What the authenticator shows now, or so many seconds from now. */
  code(seconds?: number): string;
  recoveryCodes: string[];
};

export async function anAccount(
  app: TestApp,
  role: Role,
  given: { companyId?: string; secondFactor?: boolean } = {},
): Promise<Registered> {
  const { workspaceId } = app;
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  const companyId = given.companyId ?? null;
  const userId = addPerson(app.context(), { workspaceId, name: `Nama ${role}`, email, role, companyId });
  updateUser(app.services.db, userId, { passwordHash: await hashed });
  const { secret, uri } = proposeSecret(email);
  const totp = new TOTP({ secret: new URL(uri).searchParams.get("secret") ?? "" });
  const code = (seconds = 0) => totp.generate({ timestamp: app.context().now.getTime() + seconds * 1000 });
  // The code shown while enrolling is used up by it: the one of a minute ago leaves the present one to the test.
  const enrolled = () => {
    const context = { ...app.context(), now: new Date(app.context().now.getTime() - 60_000) };
    return enrol(context, userId, { secret, code: code(-60) });
  };
  return { userId, email, code, recoveryCodes: given.secondFactor ? enrolled() : [] };
}

/** Sends the form for signing in, from a new browser unless one is given. */
export async function signInAs(
  app: TestApp,
  email: string,
  { next, password = PASSWORD, ...options }: SendOptions & { next?: string; password?: string } = {},
): Promise<{ as: Person; answer: Answer }> {
  const as = options.as ?? app.visitor();
  const fields = { email, password, ...(next === undefined ? {} : { next }) };
  return { as, answer: await app.post("/sign-in", fields, { ...options, as }) };
}

/** Whether somebody's browser is let in as a user. */
export async function isSignedIn(app: TestApp, as: Person): Promise<boolean> {
  return (await app.get("/me", { as })).status === 200;
}
