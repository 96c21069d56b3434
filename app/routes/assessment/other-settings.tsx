import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";

/** Settings that have pages of their own. */
export function OtherSettings({ id }: { id: string }) {
  const pages = [
    { page: "links", label: m.share_title(), about: m.share_about() },
    { page: "schedule", label: m.waves_schedule(), about: m.waves_schedule_about() },
    { page: "template", label: m.waves_template_save(), about: m.waves_template_save_about() },
  ];
  return (
    <ul className="mt-14 grid max-w-measure gap-5 border-t border-line pt-6">
      {pages.map(({ page, label, about }) => (
        <li key={page}>
          <Link href={`/assessments/${id}/${page}`} className="link font-semibold">
            {label}
          </Link>
          <p className="text-ink-muted">{about}</p>
        </li>
      ))}
    </ul>
  );
}
