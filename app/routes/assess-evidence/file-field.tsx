import { m } from "~/i18n/messages";
import { formatSize } from "~/report/evidence-words";
import { controlProps, Field } from "~/ui/field";
import type { EvidenceFormView } from "./form-view.server";

/** One file, or none. */
export function FileField({ view, error }: { view: EvidenceFormView; error: string[] | null | undefined }) {
  const { id, file, fileKinds, accept, largest } = view;
  const field = {
    name: "file",
    label: m.evidence_file(),
    hint: (
      <>
        {m.evidence_file_hint({ kinds: fileKinds, size: largest.words })}
        {file ? (
          <p className="mt-1">
            {m.evidence_file_now()}:{" "}
            <a href={`/assess/evidence/${id}/file`} className="link break-all" download>
              {file.name}
            </a>{" "}
            ({formatSize(file.size)}). {m.evidence_file_replaces()}
          </p>
        ) : null}
      </>
    ),
    error,
    required: false,
  };
  return (
    <Field {...field}>
      <input
        {...controlProps(field)}
        type="file"
        accept={accept}
        className="control control-full file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-semibold file:text-accent"
      />
    </Field>
  );
}
