import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";

type DisputesProps = {
  id: string;
  published: boolean;
  /** Names of the functions whose level the company disputes. */
  disputed: string[];
};

/** That the company disputes levels, with the way to its words and to a correction; nothing where it does not. */
export function DisputesNotice({ id, published, disputed }: DisputesProps) {
  if (disputed.length === 0) return null;
  return (
    <Notice tone="attention" title={m.check_disputes_title({ count: disputed.length })}>
      <ul className="grid list-disc gap-1 ps-5">
        {disputed.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="mt-1.5">{m.check_disputes_body()}</p>
      <p className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
        <Link href={`/assessments/${id}/check`} className="link font-semibold">
          {m.check_disputes_open()}
        </Link>
        {published ? (
          <Link href={`/assessments/${id}?confirm=withdraw`} className="link font-semibold">
            {m.check_disputes_withdraw()}
          </Link>
        ) : null}
      </p>
    </Notice>
  );
}
