/** Text as lower-case ASCII words joined by hyphens, at most 60 characters; "" when nothing of it is ASCII. */
export function slug(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 60).replace(/-$/, "");
}

/** What a file about a company's assessment is called, without its ending: "selaras-pt-contoh-2026-06-30-v2". */
export function fileName(company: string, asOf: string, version: number | null): string {
  const parts = ["selaras", slug(company), asOf, version === null ? "" : `v${version}`];
  return parts.filter((part) => part !== "").join("-");
}
