import { m } from "~/i18n/messages";
import { CopyField } from "~/ui/copy-field";
import { CopyText } from "~/ui/copy-text";
import { Disclosure } from "~/ui/disclosure";
import { Link } from "~/ui/link";
import type { PersonalLink } from "./personal-link.server";

/** The links just made, each with its message: they can be seen now and never again. */
export function PersonalLinks({ links, draft }: { links: PersonalLink[]; draft: boolean }) {
  return (
    <section
      aria-labelledby="personal-links"
      className="mb-10 grid gap-5 rounded-xl border-2 border-accent bg-surface p-5 md:p-6"
    >
      <div role="status">
        <h2 id="personal-links" className="text-lg">
          {m.consultant_links_made({ count: links.length })}
        </h2>
        <p className="mt-1 max-w-measure text-ink-muted">
          {m.consultant_links_once()} {draft ? m.consultant_links_draft() : null}
        </p>
      </div>
      <ul className="grid gap-6">
        {links.map((link) => (
          <li key={link.url} className="grid gap-2 border-t border-line pt-4">
            <CopyField label={`${link.name} · ${link.email}`} value={link.url} />
            <Disclosure
              summary={m.consultant_message_ready()}
              open={links.length === 1}
              className="border-b-0"
            >
              <CopyText label={link.subject} value={link.message} />
              <p className="mt-3">
                <Link href={mailto(link)} className="link text-sm font-semibold">
                  {m.consultant_message_mail({ email: link.email })}
                </Link>
              </p>
            </Disclosure>
          </li>
        ))}
      </ul>
      {links.length > 1 ? (
        <Disclosure summary={m.consultant_links_table()}>
          <CopyText
            label={m.consultant_links_table_about()}
            value={links.map(({ name, email, url }) => [name, email, url].join("\t")).join("\n")}
            rows={Math.min(links.length + 1, 12)}
          />
        </Disclosure>
      ) : null}
    </section>
  );
}

function mailto({ email, subject, message }: PersonalLink): string {
  const body = message.replaceAll("\n", "\r\n");
  return `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
