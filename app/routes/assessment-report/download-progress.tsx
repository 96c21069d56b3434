import { useEffect, useState } from "react";
import { m } from "~/i18n/messages";

/** Files that come at once need no words. */
const PATIENCE = 400;

type State = { kind: "making" | "ready" | "failed"; file: string };

/**
 * Says that a file is being made, and when it has come. Without JavaScript the links of the report are plain links,
 * and the browser shows by itself that it waits.
 */
export function DownloadProgress() {
  const [state, setState] = useState<State | null>(null);
  useEffect(() => {
    const take = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[download]");
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!link?.closest(".report") || !plain || event.defaultPrevented) return;
      event.preventDefault();
      const file = link.getAttribute("aria-label") ?? link.textContent ?? "";
      const timer = setTimeout(() => setState({ kind: "making", file }), PATIENCE);
      void fetchFile(link.href)
        .then((taken) => setState((before) => told(before, file, taken)))
        .finally(() => clearTimeout(timer));
    };
    document.addEventListener("click", take);
    return () => document.removeEventListener("click", take);
  }, []);
  return (
    <p role="status" className={state ? "report-making print-hidden" : "sr-only"} data-state={state?.kind}>
      {state ? WORDS[state.kind]({ file: state.file }) : null}
    </p>
  );
}

const WORDS = {
  making: m.downloads_making,
  ready: m.downloads_ready,
  failed: m.downloads_failed,
} as const;

/** Of a file that came before anybody was told to wait, nothing is said. */
function told(before: State | null, file: string, taken: boolean): State | null {
  if (!taken) return { kind: "failed", file };
  return before?.kind === "making" ? { kind: "ready", file } : before;
}

/** Fetches a file and hands it to the browser to save; false when it did not come. */
async function fetchFile(href: string): Promise<boolean> {
  try {
    const response = await fetch(href);
    // A page in place of the file: the session is over, and the browser knows the way to sign in.
    if (response.redirected) location.assign(href);
    if (!response.ok || response.redirected) return false;
    const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "";
    const address = URL.createObjectURL(await response.blob());
    const saver = Object.assign(document.createElement("a"), { href: address, download: name });
    saver.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
