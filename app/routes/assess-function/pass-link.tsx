import { m } from "~/i18n/messages";
import { Link } from "~/ui/link";

/** For a function that a colleague knows better; nothing is left to pass on once it is judged. */
export function PassLink({ functionKey }: { functionKey: string }) {
  return (
    <p className="mt-4">
      <Link href={`/assess/functions/${functionKey}/pass`} className="link inline-flex min-h-11 items-center">
        {m.assess_pass_link()}
      </Link>
    </p>
  );
}
