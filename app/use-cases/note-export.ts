import { transact } from "#db/client";
import { audit, type ScopedContext } from "./context";

/** The forms in which the data of an assessment leave the app. Single figures are none: they show what pages show. */
export type ExportFormat = "csv" | "functions-csv" | "json" | "bundle" | "pdf" | "pptx" | "xlsx";

/** Writes down that somebody has taken the data of an assessment along, and in which form. */
export function noteExport(context: ScopedContext, assessmentId: string, format: ExportFormat): void {
  const object = { kind: "assessment", id: assessmentId };
  transact(context.db, () =>
    audit(context, context.scope.workspaceId, "assessment.export", object, { format }),
  );
}
