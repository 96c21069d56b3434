import {
  type AccountLink,
  findUsableLink,
  findUser,
  findUserByEmail,
  listOpenLinks,
  retireLinks,
  setLinkDetail,
  spendLink,
  updateUser,
} from "#db/accounts";
import { transact } from "#db/client";
import type { UserActor } from "~/access/actor";
import { baseLocale } from "~/i18n/locale";
import { emailCurrentLetter, emailNewLetter } from "~/mail/compose";
import { hashToken } from "~/tokens.server";
import { createLink } from "./accounts";
import { audit, type ScopedContext, type UseCaseContext } from "./context";
import { Refusal } from "./errors";
import { post, workspaceName } from "./outbox";

const DAY = 24 * 60 * 60 * 1000;
const KINDS = ["email-current", "email-new"] as const;

/**
 * Asks both addresses to confirm that the account moves to `email`; nothing changes before both did. An earlier
 * request is dropped. An address that belongs to somebody else gets no message, and the answer does not tell.
 */
export function requestEmailChange(context: ScopedContext & { actor: UserActor }, email: string): void {
  const user = findUser(context.db, context.actor.userId);
  if (!user) throw new Refusal("not-found");
  const { workspaceId } = context.scope;
  const locale = user.locale ?? baseLocale;
  const common = { locale, workspace: workspaceName(context, workspaceId), name: user.name };
  transact(context.db, () => {
    const taken = findUserByEmail(context.db, email) !== undefined;
    for (const kind of KINDS) {
      const recipient = { name: user.name, email: kind === "email-new" ? email : user.email };
      const token = createLink(context, {
        kind,
        workspaceId,
        userId: user.id,
        detail: JSON.stringify({ email, otherConfirmed: false } satisfies Detail),
        lifetime: DAY,
      });
      const url = `${context.settings.baseUrl}/confirm-email/${token}`;
      if (taken && kind === "email-new") continue;
      const letter =
        kind === "email-new"
          ? emailNewLetter({ ...common, url })
          : emailCurrentLetter({ ...common, email, url });
      post(context, { workspaceId, kind, recipient, locale, letter, about: { kind: "user", id: user.id } });
    }
    audit(context, workspaceId, "account.email-requested", { kind: "user", id: user.id });
  });
}

/** What a confirmation link carries: where the account moves, and whether the other address has agreed already. */
type Detail = { email: string; otherConfirmed: boolean };

function detailOf(link: AccountLink): Detail | null {
  const known = KINDS.some((kind) => kind === link.kind);
  return known && link.detail ? (JSON.parse(link.detail) as Detail) : null;
}

/** What a confirmation link is about; null when it is unknown, used or expired. Changes nothing. */
export function readEmailChange(context: UseCaseContext, token: string) {
  const link = findUsableLink(context.db, hashToken(token), context.now);
  const user = link?.userId ? findUser(context.db, link.userId) : undefined;
  const detail = link && detailOf(link);
  return user && detail ? { from: user.email, to: detail.email } : null;
}

/**
 * Confirms one of the two addresses. Returns "changed" when the other had agreed before, else "waiting".
 * @throws Refusal "link-used"; "email-taken" when somebody took the address meanwhile.
 */
export function confirmEmailChange(context: UseCaseContext, token: string): "changed" | "waiting" {
  return transact(context.db, () => {
    const link = findUsableLink(context.db, hashToken(token), context.now);
    const detail = link && detailOf(link);
    if (!link?.userId || !detail || !spendLink(context.db, link.id, context.now)) {
      throw new Refusal("link-used");
    }
    const user = { kind: "user", id: link.userId };
    if (!detail.otherConfirmed) {
      tellTheOther(context, link.userId, detail);
      audit(context, link.workspaceId, "account.email-confirmed", user, { by: link.kind });
      return "waiting";
    }
    if (findUserByEmail(context.db, detail.email)) throw new Refusal("email-taken", { email: detail.email });
    updateUser(context.db, link.userId, { email: detail.email });
    retireLinks(context.db, { ...link, kinds: ["reset", ...KINDS] }, context.now);
    audit(context, link.workspaceId, "account.email-changed", user);
    return "changed";
  });
}

/** Notes on the link that is still open that this side agreed. Without one, the other side's time has run out. */
function tellTheOther(context: UseCaseContext, userId: string, { email }: Detail): void {
  const other = listOpenLinks(context.db, userId, [...KINDS], context.now).find(
    (link) => detailOf(link)?.email === email,
  );
  if (!other) throw new Refusal("link-used");
  setLinkDetail(context.db, other.id, JSON.stringify({ email, otherConfirmed: true } satisfies Detail));
}
