import { m } from "~/i18n/messages";

type State = "confirmed" | "disputed" | "unanswered";

const NAMES: Record<State, () => string> = {
  confirmed: m.check_state_confirmed,
  disputed: m.check_state_disputed,
  unanswered: m.check_state_unanswered,
};

/** What the company says to the level of a function. */
export function checkStateName(state: State): string {
  return NAMES[state]();
}

/** "2 of 3 insiders confirm." */
export function informantsText({ confirmed, disputed }: { confirmed: number; disputed: number }): string {
  return m.check_informants_count({ confirmed, answered: confirmed + disputed });
}

/** "5 confirmed, 1 disputed, 3 not answered." */
export function checkCounts({ functions }: { functions: readonly { state: State }[] }): string {
  const count = (state: State) => functions.filter((fn) => fn.state === state).length;
  return m.check_counts({
    confirmed: count("confirmed"),
    disputed: count("disputed"),
    unanswered: count("unanswered"),
  });
}
