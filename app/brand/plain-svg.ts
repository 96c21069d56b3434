import { type LogoFault, LogoRefused } from "./logo-fault";

/** How much of a drawing is drawn: beyond that it is no logo, but work. */
const MOST = { elements: 5000, depth: 24, masks: 8, clipPaths: 32 };

/** An element's name without the prefix of its namespace, which can be anything. */
const named = (names: string) => new RegExp(`<\\s*(?:[\\w.-]+:)?(?:${names})\\b`, "i");

/**
 * The drawing is only ever turned into pixels, by something that loads and runs nothing. What could load or run
 * something elsewhere is refused all the same, and so is what can be small and yet endless to draw.
 */
const FAULTS: [fault: LogoFault, found: RegExp][] = [
  ["entities", /<!\s*(?:doctype|entity)/i],
  ["active", named("script|foreignObject|iframe|embed|object|audio|video|animate\\w*|set|handler|listener")],
  ["active", /\son\w+\s*=/i],
  ["active", /javascript\s*:/i],
  ["outside", named("image|feImage")],
  ["outside", /\b(?:href|src)\s*=\s*(?:"(?!#)|'(?!#)|[^"'\s])/i],
  ["outside", /url\((?!\s*["']?#|\s*&quot;#)/i],
  ["outside", /@import|<\?xml-stylesheet/i],
  ["text", named("text|tspan|textPath|tref|glyph|font")],
  ["complex", named("use|pattern|filter|marker|symbol")],
];

/** The text of a drawing that is safe to draw. @throws LogoRefused */
export function plainSvg(bytes: Buffer): string {
  const text = without(without(decoded(bytes), "<!--", "-->"), "<?", "?>").trim();
  // What is checked here is what is drawn: nothing is left in it that hides a part from the patterns.
  if (text.includes("<!--") || text.includes("<?")) throw new LogoRefused("content");
  if (!/^<(?:[\w.-]+:)?(?:svg|!doctype)[\s>/]/i.test(text)) throw new LogoRefused("content");
  const fault = FAULTS.find(([, found]) => found.test(text));
  if (fault) throw new LogoRefused(fault[0]);
  if (isComplex(text)) throw new LogoRefused("complex");
  return text;
}

function decoded(bytes: Buffer): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Other encodings could hide from the patterns above what they look for.
  }
  throw new LogoRefused("content");
}

function isComplex(text: string): boolean {
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
  const masks = count(/<\s*(?:[\w.-]+:)?mask\b/gi);
  const clipPaths = count(/<\s*(?:[\w.-]+:)?clipPath\b/gi);
  if (count(/<\w/g) > MOST.elements || masks > MOST.masks || clipPaths > MOST.clipPaths) return true;
  let depth = 0;
  for (const [, closing, empty] of without(text, "<![CDATA[", "]]>").matchAll(
    /<(\/)?[\w.:-][^<>]*?(\/)?>/g,
  )) {
    if (closing) depth--;
    else if (!empty) depth++;
    if (depth > MOST.depth) return true;
  }
  return false;
}

/** The text without what stands between two marks. (A pattern would take its time where an end is missing.) */
function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, at)) {
    const end = text.indexOf(close, from + open.length);
    if (end < 0) break;
    kept.push(text.slice(at, from));
    at = end + close.length;
  }
  return kept.join("") + text.slice(at);
}
