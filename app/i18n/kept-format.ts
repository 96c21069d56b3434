const formats: Record<string, unknown> = {};

/** Making a format takes a hundred times as long as using it, and a table uses the same one in every row. */
export function keptFormat<Format>(key: string, make: () => Format): Format {
  formats[key] ??= make();
  return formats[key] as Format;
}
