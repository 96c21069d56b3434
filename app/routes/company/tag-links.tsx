import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";

/** A company's tags; each leads to all companies that have it. */
export function TagLinks({ tags }: { tags: string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label={m.company_tags()} className="-mt-5 mb-10 flex flex-wrap gap-2 md:-mt-7">
      {tags.map((tag) => (
        <li key={tag}>
          <Link
            href={`/companies?${new URLSearchParams({ tag })}`}
            title={m.company_tag_all({ tag })}
            className="inline-flex min-h-8 items-center rounded-full border border-line-strong px-3 text-sm font-semibold hover:border-accent hover:text-accent pointer-coarse:min-h-11"
          >
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}
