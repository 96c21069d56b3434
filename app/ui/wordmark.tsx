import { m } from "~/i18n/messages";
import { classNames } from "./class-names";
import { Mark } from "./mark";

/** The mark with the name beside it. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-2.5", className)}>
      <Mark className="size-7 text-accent" />
      <span className="text-lg leading-none font-extrabold tracking-tight">{m.app_name()}</span>
    </span>
  );
}
