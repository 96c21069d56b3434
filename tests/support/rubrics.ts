import type { Rubric } from "#rubric/schema";
import { loadRubrics } from "~/rubric-library.server";
import { inRepository } from "./root";

/** The newest version of a rubric that ships with Selaras. */
export function shippedRubric(key: string): Rubric {
  const found = loadRubrics([inRepository("rubric/models")])
    .latest()
    .find(({ rubric }) => rubric.key === key);
  if (!found) throw new Error(`There is no rubric ${key}`);
  return found.rubric;
}
