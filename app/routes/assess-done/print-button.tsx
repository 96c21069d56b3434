import { useEffect, useState } from "react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";

/** Appears where it works; without JavaScript the browser's own menu prints the page. */
export function PrintButton() {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  if (!hydrated) return null;
  return (
    <Button type="button" variant="secondary" className="print-hidden" onClick={() => window.print()}>
      {m.assess_print()}
    </Button>
  );
}
