import { makeShareLink, readShareLinks } from "~/use-cases/share-links";
import { createTestApp } from "./app";
import { aJudgedAssessment } from "./factories";

/** What each of three people gave to three functions. */
export const LEVELS = [
  [3, 3, 3],
  [3, 4, 3],
  [2, 3, 3],
];

export const PASSPHRASE = "empat angsa putih";

/** A published assessment, and what its links are made with and looked at. */
export async function shareScene() {
  const app = await createTestApp();
  const published = aJudgedAssessment(app, LEVELS, { published: true });
  const links = () => readShareLinks(app.context(), published.assessmentId);
  return {
    ...{ app, published, links },
    make: (given: { days?: number; passphrase?: string } = {}) =>
      makeShareLink(app.context(), published.assessmentId, {
        ...{ label: "Direksi", days: given.days ?? 30, passphrase: given.passphrase ?? null },
      }),
    opened: () => links()[0]?.openedCount,
  };
}
