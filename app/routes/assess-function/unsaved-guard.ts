import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { m } from "~/i18n/messages";

/**
 * Asks before a page with unsaved changes is left by a link, the back button or by closing the tab. Returns the
 * function that says something was changed. Saving is no leaving: it posts to the page's own address.
 */
export function useUnsavedGuard(): () => void {
  const changed = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      changed.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(m.assess_leave_unsaved())) blocker.proceed();
    else blocker.reset();
  }, [blocker]);
  useBeforeUnload(
    useCallback((event) => {
      if (changed.current) event.preventDefault();
    }, []),
  );
  return useCallback(() => {
    changed.current = true;
  }, []);
}
