import { notFound } from "~/http/guards";
import { m } from "~/i18n/messages";
import type { Refusal } from "~/use-cases/errors";

type Said = { field: "" | "to"; message: string; status: 400 | 409 };

/**
 * Why the function stays where it is. In a panel whose members are not shown to each other, every address that
 * cannot take it gets the same answer: it tells nobody who is on the panel and how far they are.
 */
export function refusalOf(refusal: Refusal, named: boolean): Said {
  const stays = (message: string): Said => ({ field: "", message, status: 409 });
  const colleague = (message: string): Said => ({
    field: "to",
    message: named ? message : m.assess_pass_no_match(),
    status: 400,
  });
  switch (refusal.reason) {
    case "wrong-state":
      return stays(m.assess_pass_closed());
    case "already-submitted":
      return stays(m.assess_pass_submitted());
    case "in-workshop":
      return stays(m.assess_pass_workshop());
    case "already-judged":
      return stays(m.assess_pass_judged());
    case "last-function":
      return stays(m.assess_pass_last());
    case "not-in-panel":
      return colleague(m.form_choice_unknown());
    case "already-asked":
      return colleague(m.assess_pass_asked());
    case "colleague-submitted":
      return colleague(m.assess_pass_colleague_submitted());
    case "unknown-function":
    case "not-found":
      throw notFound();
    default:
      throw refusal;
  }
}
