import { z } from "zod";
import { m } from "~/i18n/messages";
import { isGuessable, isPersonal } from "./guessable";
import { PASSWORD_LENGTH } from "./password-length";

const { min, max } = PASSWORD_LENGTH;

/** What everybody knows of the account's owner, and a guesser tries first. */
export type Owner = { name: string; email: string };

/**
 * A new password: 10 to 128 characters, any characters, spaces kept, and none that is guessed first. Give the owner
 * where they are known beforehand; where the same form asks for them, add `withoutOwner` to its schema.
 */
export const newPasswordField = (owner?: Owner) =>
  z
    .string({ error: () => m.form_required() })
    .min(min, { error: () => m.account_password_short({ min }), abort: true })
    .max(max, { error: () => m.account_password_long({ max }), abort: true })
    .superRefine((password, check) => {
      const message = objection(password, owner);
      if (message) check.addIssue({ code: "custom", message });
    });

/** The password that somebody has already, taken as it is; absent where the account has none. */
export const askedAgain = () =>
  z
    .string({ error: () => m.form_text_only() })
    .max(max, { error: () => m.account_me_password_wrong() })
    .default("");

/** For the schema of a form that asks for name, address and password at once. */
export function withoutOwner({ password, ...owner }: Owner & { password: string }, check: z.RefinementCtx) {
  if (!isPersonal(password, knownOf(owner), min)) return;
  check.addIssue({ code: "custom", path: ["password"], message: m.account_password_personal() });
}

function objection(password: string, owner?: Owner): string | null {
  if (isPersonal(password, knownOf(owner), min)) return m.account_password_personal();
  return isGuessable(password) ? m.account_password_common() : null;
}

function knownOf(owner?: Owner): string[] {
  return owner ? [owner.name, owner.email] : [];
}
