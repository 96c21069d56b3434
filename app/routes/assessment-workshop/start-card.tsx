import { m } from "~/i18n/messages";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { IntentForm } from "./intent-form";

type StartCardProps = {
  id: string;
  members: number;
  unsubmitted: number;
  minimumGroup: number;
  /** A workshop was held before. */
  again: boolean;
};

/** What a workshop is and does, and the button that begins it. */
export function StartCard({ id, members, unsubmitted, minimumGroup, again }: StartCardProps) {
  const rules = [
    m.workshop_rule_blind(),
    m.workshop_rule_round(),
    minimumGroup > 1 ? m.workshop_rule_spread({ count: minimumGroup }) : m.workshop_rule_spread_named(),
    m.workshop_join(),
  ];
  return (
    <section className="grid max-w-measure gap-5">
      <h2 className="text-xl">{again ? m.workshop_about_again() : m.workshop_about_title()}</h2>
      <p className="text-lg text-ink-muted">{m.workshop_about()}</p>
      <ul className="grid list-disc gap-2 pl-5 marker:text-ink-muted">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p>
        <Link href={`/assessments/${id}/panel`} className="link">
          {m.workshop_join_panel()}
        </Link>
      </p>
      {unsubmitted > 0 ? (
        <Notice tone="attention" title={m.workshop_unsubmitted_title()}>
          {m.workshop_unsubmitted({ count: unsubmitted })}
        </Notice>
      ) : null}
      {members > 0 ? (
        <IntentForm intent="start">{m.workshop_start()}</IntentForm>
      ) : (
        <p className="text-ink-muted">{m.workshop_no_panel()}</p>
      )}
    </section>
  );
}

/** Where no workshop can be held. */
export function NoWorkshop() {
  return <EmptyState title={m.workshop_not_open_title()}>{m.workshop_not_open()}</EmptyState>;
}
