/**
 * The given address if it is a path of our own, else `fallback`. Anything that a browser could read as another
 * host is turned away: a scheme, `//`, a backslash in any spelling, control characters.
 */
export function ownPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || wanted.length > 2000) return fallback;
  const decoded = safeDecode(wanted);
  if (decoded === null || !wanted.startsWith("/")) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so "/\t/host" is "//host"
  if (/[\\\u0000-\u001f\u007f]/.test(wanted + decoded)) return fallback;
  if (/^\/+\//.test(wanted) || /^\/+\//.test(decoded)) return fallback;
  return wanted;
}

function safeDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
