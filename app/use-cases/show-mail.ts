import { listMemberships } from "#db/accounts";
import { can } from "~/access/policy";
import type { ScopedContext } from "./context";
import { type OpenMail, readMail } from "./outbox";

/** Messages whose link opens an account, or moves it to another address. */
const OPENS_ACCOUNT = new Set(["account", "reset", "email-current", "email-new"]);

/**
 * A message for somebody of the staff to read and pass on. A link that opens an account of more power than the
 * reader may give is not shown, or asking for a password reset in another's name would be enough to become them: no
 * owner's, no account's with roles in another workspace, and a consultant's only to an owner (as with the links that
 * `renewLink` makes). `withheld` says so; the message still goes where it was going.
 * @throws Refusal "not-found"
 */
export function showMail(context: ScopedContext, id: string): Omit<OpenMail, "html"> & { withheld: boolean } {
  const { html: _, ...mail } = readMail(context, id);
  const withheld = OPENS_ACCOUNT.has(mail.kind) && mail.text !== "" && !mayPassOn(context, mail.objectId);
  return { ...mail, text: withheld ? "" : mail.text, withheld };
}

function mayPassOn({ db, actor, scope }: ScopedContext, userId: string): boolean {
  const { workspaceId } = scope;
  return listMemberships(db, userId).every(
    (held) =>
      held.workspaceId === workspaceId &&
      held.role !== "owner" &&
      (held.companyId !== null || can(actor, "workspace:manage", { workspaceId })),
  );
}
