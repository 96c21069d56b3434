import { createHash } from "node:crypto";
import type { Evidence } from "#db/evidence";
import type { Judgment } from "#db/judgments";

/**
 * A piece of evidence as a company reads it. An observation with nothing but a note is its note. Files stay with those
 * who manage the assessment: what is in them, and what they are called, may tell who gave them; and whether there is
 * one is left out, so that a result can be computed again after a member's files were erased.
 */
export type Remark = string | Pick<Evidence, "kind" | "note" | "date" | "source" | "link">;

/** The evidence that those whose judgments are given have for a function. */
export function remarks(
  judgments: readonly Pick<Judgment, "functionKey" | "memberId">[],
  evidence: readonly Evidence[],
): Remark[] {
  return judgments
    .flatMap((judgment) => {
      const own = evidence.filter(({ memberId }) => memberId === judgment.memberId);
      // Only the first is put in the place of its judgment: several side by side would be seen to be one person's.
      return own.map((item, index) => ({
        item,
        key: shuffleKey(index === 0 ? judgment : { ...judgment, memberId: item.id }),
      }));
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => toRemark(item));
}

function toRemark({ kind, note, date, source, link }: Evidence): Remark {
  const plain = kind === "observation" && date === null && source === "" && link === null;
  return plain ? note : { kind, note, date, source, link };
}

/** Nobody can tell from the order who wrote what, nor that two remarks on two functions are by the same person. */
export function shuffleKey({ functionKey, memberId }: Pick<Judgment, "functionKey" | "memberId">): string {
  return createHash("sha256").update(`${functionKey}\n${memberId}`).digest("hex");
}
