import { m } from "~/i18n/messages";
import type { ScopedContext } from "~/use-cases/context";
import { askInformants } from "~/use-cases/informants";
import { endPreview, showPreview } from "~/use-cases/preview-levels";

/** What the page of the member check asks for. */
export const CHECK_INTENTS = ["preview", "end-preview", "ask-informants"] as const;
export type CheckIntent = (typeof CHECK_INTENTS)[number];

export function isCheckIntent(intent: string): intent is CheckIntent {
  return CHECK_INTENTS.some((one) => one === intent);
}

/** Does it and says what was done; `since`: when the informants had been asked as the asker saw it. */
export function changeCheck(context: ScopedContext, id: string, intent: CheckIntent, since?: number): string {
  switch (intent) {
    case "preview":
      return m.check_show_said({ number: showPreview(context, id) });
    case "end-preview":
      endPreview(context, id);
      return m.check_ended_said();
    case "ask-informants": {
      const count = askInformants(context, id, since === undefined ? null : new Date(since));
      return count > 0 ? m.check_informants_said({ count }) : m.check_informants_nobody();
    }
  }
}
