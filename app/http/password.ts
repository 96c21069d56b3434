import { z } from "zod";
import { m } from "~/i18n/messages";

export const PASSWORD_LENGTH = { min: 10, max: 128 };

/** A new password: 10 to 128 characters, any characters, spaces kept. */
export const newPasswordField = () =>
  z
    .string({ error: () => m.form_required() })
    .min(PASSWORD_LENGTH.min, { error: () => m.account_password_short({ min: PASSWORD_LENGTH.min }) })
    .max(PASSWORD_LENGTH.max, { error: () => m.account_password_long({ max: PASSWORD_LENGTH.max }) });
