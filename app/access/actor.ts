import type { Membership } from "#db/accounts";

/** A signed-in person with the roles they hold. */
export type UserActor = {
  kind: "user";
  userId: string;
  name: string;
  email: string;
  memberships: Pick<Membership, "workspaceId" | "role" | "companyId">[];
};

/** The holder of an invitation: may judge as one member of one panel, and nothing else. */
export type AssessorActor = { kind: "assessor"; memberId: string; assessmentId: string };

/** The installation itself: first start, command line. */
export type SystemActor = { kind: "system"; name: string };

/** Somebody not known: signing in, reading a link. May do nothing to anybody's data. */
export type VisitorActor = { kind: "visitor" };

export type Actor = UserActor | AssessorActor | SystemActor | VisitorActor;
