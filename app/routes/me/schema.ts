import { z } from "zod";
import { emailField, textField } from "~/http/fields";
import { askedAgain, newPasswordField, type Owner } from "~/http/password";

/** Every form of the page, told apart by its button. */
export const schema = (owner: Owner) =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("password"), current: askedAgain(), password: newPasswordField(owner) }),
    z.object({ intent: z.literal("email"), email: emailField(), emailPassword: askedAgain() }),
    z.object({ intent: z.literal("recovery-codes"), factorPassword: askedAgain() }),
    z.object({ intent: z.literal("disable-factor"), factorPassword: askedAgain() }),
    z.object({ intent: z.literal("sessions") }),
    z.object({ intent: z.literal("workspace"), workspaceId: textField(64) }),
  ]);
