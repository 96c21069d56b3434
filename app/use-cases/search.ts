import { searchAssessments, searchCompanies } from "#db/search";
import type { ScopedContext } from "./context";
import { isReleased } from "./released";

/** The most of each kind that one search shows: who does not find it there types another letter. */
const LISTED = 8;

export type Found = {
  companies: { id: string; name: string }[];
  assessments: { id: string; title: string; asOf: string; companyName: string }[];
};

/**
 * Companies and assessments in the actor's reach by a part of their names; nothing for an empty text. With `live`
 * false only what is published.
 */
export function search(context: ScopedContext, text: string, live: boolean): Found {
  const part = text.trim().slice(0, 200);
  if (part === "") return { companies: [], assessments: [] };
  const { db, scope } = context;
  const states = live ? undefined : (["published", "archived"] as const);
  const assessments = searchAssessments(db, scope, part, { limit: LISTED, states: states && [...states] });
  return {
    companies: searchCompanies(db, scope, part, LISTED),
    assessments: assessments
      .filter((assessment) => live || isReleased(context, assessment))
      .map(({ id, title, asOf, companyName }) => ({ id, title, asOf, companyName })),
  };
}
