import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** A stream that was refused is asked for again after this long. */
const AGAIN = 15_000;

/**
 * Draws the page anew whenever the stream at `url` says that something has changed. `pulse` is what the page shows
 * now; null when there is nothing to wait for. "off" means that it has to be reloaded by hand.
 */
export function useLiveUpdates(url: string, pulse: string | null): "starting" | "on" | "off" {
  const [state, setState] = useState<"starting" | "on" | "off">("starting");
  const { revalidate } = useRevalidator();
  const latest = useRef({ pulse, revalidate });
  latest.current = { pulse, revalidate };
  const waiting = pulse !== null;
  useEffect(() => {
    if (!waiting) return;
    let source: EventSource | null = null;
    let timer: number | undefined;
    const open = () => {
      source = new EventSource(url);
      source.addEventListener("open", () => setState("on"));
      source.addEventListener("change", ({ data }) => {
        if (data !== latest.current.pulse) latest.current.revalidate();
      });
      source.addEventListener("over", () => {
        source?.close();
        latest.current.revalidate();
      });
      source.addEventListener("error", () => {
        // While it is connecting the browser tries by itself.
        if (source?.readyState !== EventSource.CLOSED) return;
        setState("off");
        // It may be over, or not be this person's any more: the page knows.
        latest.current.revalidate();
        timer = window.setTimeout(open, AGAIN);
      });
    };
    open();
    return () => {
      source?.close();
      window.clearTimeout(timer);
    };
  }, [url, waiting]);
  return state;
}
