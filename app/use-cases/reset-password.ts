import { findUserByEmail, listMemberships } from "#db/accounts";
import { transact } from "#db/client";
import { baseLocale } from "~/i18n/locale";
import { resetLetter } from "~/mail/compose";
import { createLink } from "./accounts";
import type { UseCaseContext } from "./context";
import { post, workspaceName } from "./outbox";

const HOUR = 60 * 60 * 1000;

/**
 * Sends a link for choosing a new password, if the address has an account that can be used. Says nothing about
 * whether it has: the caller answers alike.
 */
export function requestReset(context: UseCaseContext, email: string): void {
  const user = findUserByEmail(context.db, email);
  const workspaceId = user && listMemberships(context.db, user.id)[0]?.workspaceId;
  if (!user || user.disabledAt || !workspaceId) return;
  transact(context.db, () => {
    const token = createLink(context, { kind: "reset", workspaceId, userId: user.id, lifetime: HOUR });
    const locale = user.locale ?? baseLocale;
    const url = `${context.settings.baseUrl}/account/${token}`;
    post(context, {
      workspaceId,
      kind: "reset",
      recipient: user,
      locale,
      letter: resetLetter({ locale, workspace: workspaceName(context, workspaceId), name: user.name, url }),
      about: { kind: "user", id: user.id },
    });
  });
}
