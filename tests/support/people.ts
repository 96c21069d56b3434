import { randomUUID } from "node:crypto";
import type { Role } from "#db/accounts";
import type { RequestArgs, Services } from "~/http/context";
import { assessorCookie, userCookie } from "~/http/cookies";
import { addPerson } from "~/use-cases/accounts";
import type { ScopedContext } from "~/use-cases/context";
import { inviteMember } from "~/use-cases/panel";
import { startAssessorSession, startUserSession } from "~/use-cases/sessions";
import { CookieJar } from "./cookie-jar";

/** Somebody at a browser. */
export type Person = { jar: CookieJar };
export type Account = Person & { userId: string; email: string; name: string };

export type People = {
  /** Somebody signed in with a role; viewers and managers name their company. */
  signIn(role: Role, companyId?: string): Promise<Account>;
  /** Somebody who has given the password and still owes the second factor. */
  halfWay(userId: string): Promise<Person>;
  /** Somebody who has opened the personal link of a panel member. */
  sitDown(assessmentId: string, memberId: string): Promise<Person>;
  /** The same with the token of a link that was made otherwise. */
  follow(token: string): Promise<Person>;
};

/** People who are already known, by sessions made as the app makes them. */
export function people(services: Pick<Services, "env" | "secret">, context: () => ScopedContext): People {
  // Of the arguments of a request, making a cookie needs only these services.
  const args = { context: { services } } as RequestArgs;
  const withCookie = (line: string): Person => {
    const jar = new CookieJar();
    jar.take(line);
    return { jar };
  };
  async function follow(link: string): Promise<Person> {
    const token = startAssessorSession(context(), link);
    if (!token) throw new Error("The assessment is not open");
    return withCookie(await assessorCookie(args).serialize(token));
  }
  return {
    async signIn(role, companyId) {
      const name = `${role} ${randomUUID().slice(0, 8)}`;
      const email = `${name.replace(" ", ".")}@example.com`;
      const { workspaceId } = context().scope;
      const userId = addPerson(context(), { workspaceId, name, email, role, companyId: companyId ?? null });
      const cookie = await userCookie(args).serialize(startUserSession(context(), userId));
      return { ...withCookie(cookie), userId, email, name };
    },
    async halfWay(userId) {
      const token = startUserSession(context(), userId, { userAgent: "", stage: "password" });
      return withCookie(await userCookie(args).serialize(token));
    },
    sitDown: (assessmentId, memberId) => follow(inviteMember(context(), assessmentId, memberId)),
    follow,
  };
}
