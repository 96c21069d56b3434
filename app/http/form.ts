import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { RequestArgs } from "./context";

/** What a form shows again after a refusal: everything that was typed, and what is wrong with it. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, string[]>;
};

/** A field longer than this is answered 413 and not only 400: nobody typed it by hand. */
const LONG_FIELD = 100_000;

/** Never sent back: what a page carries can be read from the browser's history. */
export const SECRET_FIELD = /^(current|code|passphrase)$|password$/i;

type Parsed<T> =
  | { ok: true; value: T; values: FormState["values"] }
  | { ok: false; errors: FormState["errors"]; refuse: () => ReturnType<typeof refuse> };

/**
 * Reads a form by its schema. A field sent twice is an array and so fails a schema that wants text; fields the
 * schema does not name are dropped.
 * @throws a 400 Response when the body is not a form at all.
 */
export async function readForm<S extends z.ZodType>(
  args: RequestArgs,
  schema: S,
): Promise<Parsed<z.output<S>>> {
  return parseForm(args, await readFields(args.request), schema);
}

/** The same for a form whose fields were read already: one that may bring a file. */
export function parseForm<S extends z.ZodType>(
  args: RequestArgs,
  form: FormData,
  schema: S,
): Parsed<z.output<S>> {
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const submission = parseWithZod(form, { schema });
  if (submission.status === "success") return { ok: true, value: submission.value, values };
  const errors = Object.fromEntries(
    Object.entries(submission.error ?? {}).flatMap(([name, list]) => (list ? [[name, list]] : [])),
  );
  return { ok: false, errors, refuse: () => refuse(args, { values, errors }) };
}

/** Answers with the form again: 400, or 413 when a field is beyond all measure, or the status given. */
export function refuse(args: RequestArgs, state: FormState, status?: number) {
  args.context.refused = true;
  const values = Object.fromEntries(
    Object.entries(state.values).filter(([name]) => !SECRET_FIELD.test(name)),
  );
  const huge = Object.values(state.values).some((value) => value.length > LONG_FIELD);
  return data({ ...state, values }, { status: status ?? (huge ? 413 : 400) });
}

/** The fields of a form as they were sent. @throws a 400 Response when the body is not a form at all. */
export async function readFields(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400, statusText: "Bad Request" });
  }
}
