import type { Rubric } from "#rubric/schema";
import { fold } from "../judgments-csv";
import type { PastRole } from "./table";

/** Names that columns go by in Indonesian and English, folded. */
const NAMES: Record<Exclude<PastRole, `fn:${string}` | "ignore">, readonly string[]> = {
  asOf: ["as of", "as_of", "asof", "date", "tanggal", "per tanggal", "berlaku per", "wave", "gelombang"],
  title: ["title", "judul", "assessment", "penilaian"],
  assessor: [
    "assessor",
    "rater",
    "expert",
    "name",
    "nama",
    "penilai",
    "pakar",
    "ahli",
    "responden",
    "email",
    "e-mail",
  ],
  perspective: ["perspective", "role", "perspektif", "sudut pandang", "peran"],
  function: ["function", "fungsi", "unit", "dimension", "dimensi", "area"],
  level: ["level", "tingkat", "score", "skor", "nilai", "rating", "maturity", "kematangan"],
  confidence: ["confidence", "keyakinan"],
  rationale: ["rationale", "reason", "alasan", "comment", "komentar", "catatan", "notes"],
};

/**
 * What each column of a header most likely holds, to be corrected by whoever imports: a function of the rubric by its
 * key or name, or one of the other roles by its usual names. Each role is given once; what nothing fits is ignored.
 */
export function guessRoles(header: readonly string[], rubric: Rubric): PastRole[] {
  const taken = new Set<PastRole>();
  return header.map((cell) => {
    const role = guessRole(fold(cell), rubric);
    if (role === "ignore" || taken.has(role)) return "ignore";
    taken.add(role);
    return role;
  });
}

function guessRole(name: string, rubric: Rubric): PastRole {
  const fn = rubric.functions.find(
    ({ key, name: own }) => name === fold(key) || name === fold(own.id) || name === fold(own.en),
  );
  if (fn) return `fn:${fn.key}`;
  const known = Object.entries(NAMES).find(([, names]) => names.includes(name));
  return (known?.[0] as PastRole | undefined) ?? "ignore";
}
