import { formatMoment } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { formatSize } from "~/report/evidence-words";
import { Button } from "~/ui/button";
import { controlProps, Field } from "~/ui/field";
import type { FieldErrors } from "~/ui/form-errors";
import { RemoveFold } from "~/ui/remove-fold";
import type { FilesView } from "./files-view.server";

export type FilesProps = { companyId: string; view: FilesView; errors?: FieldErrors };

/** Files that consultants keep with a company, with the form that adds one. */
export function Files({ companyId, view, errors }: FilesProps) {
  const page = `/companies/${companyId}/files`;
  const { files, kinds, accept, largest, left } = view;
  const field = {
    name: "file",
    label: m.company_file_field(),
    hint: m.company_file_hint({ kinds, size: largest, left }),
    error: errors?.file,
    className: "my-0! w-full",
  };
  return (
    <div className="max-w-3xl">
      {files.length === 0 ? <p className="mb-5 text-ink-muted">{m.company_files_none()}</p> : null}
      <FileList page={page} files={files} />
      <form
        method="post"
        action={page}
        encType="multipart/form-data"
        noValidate
        className="mt-5 grid justify-items-start gap-3"
      >
        <input type="hidden" name="intent" value="add" />
        <Field {...field}>
          <input
            {...controlProps(field)}
            type="file"
            accept={accept}
            className="control control-full file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-semibold file:text-accent"
          />
        </Field>
        <Button variant="secondary" size="small">
          {m.company_file_add()}
        </Button>
      </form>
    </div>
  );
}

function FileList({ page, files }: { page: string; files: FilesView["files"] }) {
  if (files.length === 0) return null;
  return (
    <ul className="grid divide-y divide-line border-y border-line">
      {files.map(({ id, name, size, author, createdAt }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 py-2.5">
          <div className="min-w-0">
            <a href={`${page}/${id}`} download className="link font-semibold wrap-anywhere">
              {name}
            </a>
            <p className="text-sm text-ink-muted">
              {formatSize(size)} ·{" "}
              {m.company_by({ name: author ?? m.company_by_nobody(), date: formatMoment(createdAt) })}
            </p>
          </div>
          <RemoveFold
            {...{ label: m.company_remove(), sure: m.company_remove_sure(), of: name, action: page }}
            about={m.company_file_remove_about()}
          >
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="fileId" value={id} />
          </RemoveFold>
        </li>
      ))}
    </ul>
  );
}
