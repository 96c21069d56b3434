import { useLocation, useRevalidator, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { dropPages, keepPages } from "./kept-pages";
import { isUnsent } from "./outbox";
import { close, eraseAll, flush, open, readState, type Seat, takeSaid, watch } from "./outbox-store";
import { useOutbox } from "./use-outbox";

/**
 * Ties what waits on this device to who sits at it: it is sent as soon as there is a connection, and pages are kept
 * for the time without one. Nothing of it is kept for a seat that is gone or whose answers were handed in, except
 * what never reached the server.
 */
export function useSeat(given: (Omit<Seat, "tasks"> & { tasks: Seat["tasks"] | null }) | null): void {
  const { pathname } = useLocation();
  const { savedAt } = useOutbox();
  const revalidator = useRevalidator();
  const onFunction = /^\/assess\/functions\/[^/]+$/.test(pathname);

  useEffect(watch, []);
  useEffect(() => {
    if (given) open({ ...given, tasks: given.tasks ?? [] });
    else close();
  }, [given]);

  const kept = given?.tasks ? `${given.memberId} ${given.round} ${getLocale()}` : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a visit, and again for another seat or language
  useEffect(() => {
    if (given?.tasks) keepPages(given.memberId, given.tasks);
    else void dropPages();
  }, [kept]);

  // What arrives while another page than the question's is shown makes that page out of date.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when something was saved
  useEffect(() => {
    if (savedAt !== null && !onFunction) revalidator.revalidate();
  }, [savedAt]);
}

/** What was done just before this page was shown, where the server does not know of it. */
export function useSaid(): string | null {
  const { key } = useLocation();
  const [said, setSaid] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page
  useEffect(() => setSaid(takeSaid()), [key]);
  return said;
}

/**
 * Before somebody leaves this device: what waits is sent, and nothing stays behind. What cannot be sent would be
 * lost, so they are asked first.
 */
export function useEraseFirst() {
  const submit = useSubmit();
  return (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    event.preventDefault();
    void flush({ insist: true }).then(async () => {
      if (readState().entries.some(isUnsent) && !window.confirm(m.saving_leave_unsent())) return;
      eraseAll();
      await dropPages();
      submit(form);
    });
  };
}
