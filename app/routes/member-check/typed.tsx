import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import { commentField } from "./fields";

/** What somebody wrote who came too late, to be copied. */
export function Typed(props: {
  values?: Record<string, string>;
  functions: { key: string; name: string }[];
}) {
  const typed = props.functions.flatMap(({ key, name }) => {
    const comment = props.values?.[commentField(key)]?.trim();
    return comment ? [{ key, name, comment }] : [];
  });
  if (typed.length === 0) return null;
  return (
    <Notice title={m.check_typed()} className="mb-8">
      <dl className="grid gap-3">
        {typed.map(({ key, name, comment }) => (
          <div key={key}>
            <dt className="font-semibold">{name}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{comment}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
