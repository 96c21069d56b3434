import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { commentField } from "../member-check/fields";

/** What somebody wrote who came too late, to be copied. */
export function TypedComments({ values = {} }: { values?: Record<string, string> }) {
  const typed = Object.entries(values).filter(([name, value]) => isComment(name) && value.trim() !== "");
  if (typed.length === 0) return null;
  return (
    <Notice title={m.check_typed()} className="mb-8">
      <ul className="grid gap-3">
        {typed.map(([name, value]) => (
          <li key={name} className="whitespace-pre-line [overflow-wrap:anywhere]">
            {value}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export const isComment = (name: string) => name.startsWith(commentField(""));
