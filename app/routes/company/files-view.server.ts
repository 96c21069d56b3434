import { formatSize } from "~/report/evidence-words";
import { fileKinds } from "~/routes/assess-evidence/refusals.server";
import { readFiles } from "~/use-cases/company-files";
import type { ScopedContext } from "~/use-cases/context";
import { ENDINGS, LARGEST_FILE } from "~/use-cases/evidence-file-type";

export type FilesView = ReturnType<typeof filesView>;

/** A company's files for its pages, and which others it takes. */
export function filesView(context: ScopedContext, companyId: string) {
  const files = readFiles(context, companyId);
  const used = files.reduce((sum, { size }) => sum + size, 0);
  return {
    files: files.map(({ id, fileName: name, size, author, createdAt }) => ({
      id,
      name,
      size,
      author,
      createdAt,
    })),
    kinds: fileKinds(),
    accept: ENDINGS.join(","),
    largest: formatSize(LARGEST_FILE),
    left: formatSize(Math.max(0, context.settings.evidence.quota - used)),
  };
}
