import { m } from "~/i18n/messages";
import { useLiveUpdates } from "./use-live-updates";

/** How this page keeps up with the room: by itself, or by a link that works in every browser. */
export function LiveLine({ events, page, pulse }: { events: string; page: string; pulse: string | null }) {
  const state = useLiveUpdates(events, pulse);
  if (pulse === null) return null;
  return (
    <p className="flex min-h-11 flex-wrap items-center gap-x-3 text-sm text-ink-muted">
      {state === "on" ? <span>{m.workshop_live_on()}</span> : null}
      {state === "off" ? <span>{m.workshop_live_off()}</span> : null}
      {/* No link of the framework: it reloads whatever the browser has become. */}
      <a href={page} className="link inline-flex min-h-11 items-center">
        {m.workshop_refresh()}
      </a>
    </p>
  );
}
