import { data } from "@remix-run/node";
import { z } from "zod";
import type { RequestArgs } from "~/http/context";
import { textField, wholeNumberField } from "~/http/fields";
import { redirectSaying } from "~/http/flash";
import { type FormState, readForm, refuse } from "~/http/form";
import { notFound } from "~/http/guards";
import { m } from "~/i18n/messages";
import type { ScopedContext } from "~/use-cases/context";
import { Refusal } from "~/use-cases/errors";
import {
  endShareLink,
  LINK_DAYS,
  makeShareLink,
  PASSPHRASE_LENGTH,
  readShareLinks,
} from "~/use-cases/share-links";

/** What the page shows after a form: what was wrong with it, or the link that was made, this once. */
export type LinksAnswer = FormState & { made?: { label: string; url: string } };

const { min, max } = PASSPHRASE_LENGTH;

/** Taken as it is, spaces and all; empty is none. */
const passphraseField = () =>
  z
    .string({ error: () => m.form_text_only() })
    .min(min, { error: () => m.share_passphrase_short({ min }) })
    .max(max, { error: () => m.share_passphrase_long({ max }) })
    .optional()
    .transform((given) => given ?? null);

const error = () => m.form_choice_unknown();

const schema = () =>
  z.discriminatedUnion(
    "intent",
    [
      z.object({
        intent: z.literal("make"),
        label: textField(120),
        days: wholeNumberField(LINK_DAYS.min, LINK_DAYS.max),
        passphrase: passphraseField(),
      }),
      z.object({ intent: z.literal("revoke"), linkId: z.string({ error }).max(100) }),
    ],
    { error },
  );

/** Makes a link and shows its address in the answer, the only time it is known; or ends one. */
export async function changeLinks(args: RequestArgs, context: ScopedContext, assessmentId: string) {
  const form = await readForm(args, schema());
  if (!form.ok) return form.refuse();
  const given = form.value;
  try {
    if (given.intent === "make") {
      const token = await makeShareLink(context, assessmentId, given);
      const url = `${context.settings.baseUrl}/share/${token}`;
      return data<LinksAnswer>({ values: {}, errors: {}, made: { label: given.label, url } });
    }
    const label = readShareLinks(context, assessmentId).find(({ id }) => id === given.linkId)?.label ?? "";
    endShareLink(context, assessmentId, given.linkId);
    return await redirectSaying(args, `/assessments/${assessmentId}/links`, m.share_revoked({ label }));
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused;
    if (refused.reason !== "wrong-state") throw notFound();
    const state: LinksAnswer = { values: form.values, errors: { "": [m.share_not_yet_body()] } };
    return refuse(args, state, 409);
  }
}
