import { m } from "~/i18n/messages";
import { CopyField } from "~/ui/copy-field";
import { Notice } from "~/ui/notice";
import type { NewLink } from "./people-action";

/** The one-time link that was just made: it can be seen now and never again. */
export function GivenLink({ given: { name, email, url } }: { given: NewLink }) {
  if (!url) {
    return (
      <Notice tone="success" live title={m.consultant_person_added({ name })} className="mb-8">
        {m.consultant_person_has_account({ email })}
      </Notice>
    );
  }
  return (
    <Notice tone="success" live title={m.consultant_link_for({ name })} className="mb-8">
      <p className="mb-4">{m.consultant_link_about({ email })}</p>
      <CopyField label={m.consultant_link_label()} value={url} />
    </Notice>
  );
}
