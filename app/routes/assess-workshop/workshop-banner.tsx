import { m } from "~/i18n/messages";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** On the assessor's list: the panel is in a workshop, and the way into it. */
export function WorkshopBanner() {
  return (
    <Notice tone="attention" title={m.workshop_banner_title()} className="mb-6">
      <p>{m.workshop_banner()}</p>
      <ButtonLink href="/assess/workshop" className="mt-3 w-full sm:w-auto">
        {m.workshop_banner_link()}
      </ButtonLink>
    </Notice>
  );
}
