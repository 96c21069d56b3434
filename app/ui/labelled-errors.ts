import type { FieldErrors } from "./form-errors";

/**
 * The errors of a form with each field's label before its messages: in a summary several fields can be wrong in the
 * same words. Beside its field a message needs no label.
 */
export function labelledErrors(
  errors: FieldErrors | undefined,
  labels: Record<string, string>,
): FieldErrors | undefined {
  if (!errors) return undefined;
  return Object.fromEntries(
    Object.entries(errors).map(([name, messages]) => {
      const label = labels[name];
      return [name, label ? messages?.map((message) => `${label}: ${message}`) : messages];
    }),
  );
}
