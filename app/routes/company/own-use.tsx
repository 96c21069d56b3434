import { m } from "~/i18n/messages";
import { Files, type FilesProps } from "./files-section";
import { Notes, type NoteView } from "./notes-section";
import { Section } from "./sections";

type OwnUseProps = {
  companyId: string;
  view: { notes: NoteView[]; longestNote: number; files: FilesProps["view"] };
};

/** The notes and files of a company, which its own people do not see. */
export function OwnUse({ companyId, view }: OwnUseProps) {
  return (
    <>
      <Section title={m.company_notes()}>
        <p className="-mt-3 text-sm text-ink-muted">{m.company_notes_lead()}</p>
        <Notes companyId={companyId} notes={view.notes} longest={view.longestNote} />
      </Section>
      <Section title={m.company_files()}>
        <p className="-mt-3 text-sm text-ink-muted">{m.company_files_lead()}</p>
        <Files companyId={companyId} view={view.files} />
      </Section>
    </>
  );
}
