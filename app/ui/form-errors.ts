/** What is wrong with a form, by field name; the empty name is the form as a whole. */
export type FieldErrors = Record<string, string[] | null | undefined>;

/** The id of a field's first control: what an error summary links to. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, "-")}`;
}

export type ErrorItem = { key: string; message: string; href: string | null };

/**
 * The lines of an error summary, in the order of the object; errors of the whole form have no link.
 * A field with several errors gives several lines.
 */
export function errorItems(errors: FieldErrors): ErrorItem[] {
  return Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message, index) => ({
      key: `${name}-${index}`,
      message,
      href: name === "" ? null : `#${fieldId(name)}`,
    })),
  );
}
