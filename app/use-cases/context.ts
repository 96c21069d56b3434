import { appendAudit } from "#db/audit";
import type { Db } from "#db/client";
import type { Scope } from "#db/scope";
import type { Actor } from "~/access/actor";
import type { RubricLibrary } from "~/rubric-library.server";

/** What every use-case is given: who acts, when, from where, on which store, with which rubrics. */
export type UseCaseContext = {
  db: Db;
  now: Date;
  rubrics: RubricLibrary;
  actor: Actor;
  /** Network address of the actor, for the audit log; null on the command line. */
  address: string | null;
  settings: Settings;
};

/** What use-cases need of the installation's settings. */
export type Settings = {
  /** Keys for what is stored sealed are drawn from it. */
  secret: string;
  /** Links are built from it. */
  baseUrl: string;
  /** Whether a mail server is configured; without one, messages are shown to be copied. */
  mailServer: boolean;
  evidence: {
    /** Where files of evidence lie. */
    folder: string;
    /** The most bytes that the files of one assessment may come to. */
    quota: number;
  };
};

/** The context of somebody who works inside one workspace, with what they may reach there. */
export type ScopedContext = UseCaseContext & { scope: Scope };

/** Writes down what the actor did. Call inside the transaction that does it. */
export function audit(
  context: UseCaseContext,
  workspaceId: string | null,
  action: string,
  object: { kind: string; id: string },
  detail?: Record<string, unknown>,
): void {
  appendAudit(context.db, {
    ...named(context.actor),
    at: context.now,
    workspaceId,
    action,
    objectKind: object.kind,
    objectId: object.id,
    detail,
    address: context.address,
  });
}

function named(actor: Actor): { actorKind: Actor["kind"]; actorId: string | null } {
  switch (actor.kind) {
    case "user":
      return { actorKind: "user", actorId: actor.userId };
    case "assessor":
      return { actorKind: "assessor", actorId: actor.memberId };
    case "system":
      return { actorKind: "system", actorId: actor.name };
    case "visitor":
      return { actorKind: "visitor", actorId: null };
  }
}
