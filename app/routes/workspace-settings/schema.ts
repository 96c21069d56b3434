import { z } from "zod";
import { textField, wholeNumberField } from "~/http/fields";
import { LONGEST_RETENTION } from "~/use-cases/workspace-settings";

const box = () =>
  z
    .literal("on")
    .optional()
    .transform((value) => value === "on");

/** The form of the page. An empty number keeps data until somebody erases them. */
export const schema = () =>
  z.object({
    name: textField(120),
    secondFactorRequired: box(),
    retentionMonths: wholeNumberField(1, LONGEST_RETENTION)
      .optional()
      .transform((months) => months ?? null),
    confirmed: box(),
  });
