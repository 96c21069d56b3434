import { z } from "zod";
import { dateField, textField } from "~/http/fields";
import { TITLE } from "./assessment-schema";

/** What is different from one wave to the next. */
export const waveFields = () => ({
  title: textField(TITLE),
  asOf: dateField(),
  deadline: dateField().optional(),
});

export const waveSchema = () =>
  z.object(waveFields()).transform(({ deadline, ...rest }) => ({ ...rest, deadline: deadline ?? null }));
