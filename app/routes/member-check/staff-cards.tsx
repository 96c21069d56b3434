import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatMoment } from "~/i18n/format";
import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { IntentButton } from "~/routes/assessment/step-actions";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { StaffView } from "./check-view.server";

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 rounded-xl border border-line bg-surface p-5">
      <h2 className="text-lg leading-snug">{title}</h2>
      {children}
    </section>
  );
}

/** Shows the levels to the company before they are published, or says how that stands. */
export function PreviewCard({ id, preview }: { id: string; preview: StaffView["preview"] }) {
  if (!preview) {
    return (
      <Card title={m.check_show_title()}>
        <p className="max-w-measure text-ink-muted">{m.check_show_body()}</p>
        <div>
          <IntentButton id={id} intent="preview">
            {m.check_show()}
          </IntentButton>
        </div>
      </Card>
    );
  }
  const { at, changed } = preview;
  return (
    <Card title={m.check_running_title()}>
      <p className="max-w-measure text-ink-muted">{m.check_running_body({ date: formatMoment(at) })}</p>
      {changed.length > 0 ? (
        <Notice tone="attention">{m.check_changed({ list: formatList(changed) })}</Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {changed.length > 0 ? (
          <IntentButton id={id} intent="preview">
            {m.check_show_again()}
          </IntentButton>
        ) : null}
        <IntentButton id={id} intent="end-preview" variant="secondary">
          {m.check_end()}
        </IntentButton>
      </div>
    </Card>
  );
}

/** Asks the insiders of the panel as well, or says how far they are. */
export function InformantsCard({ id, informants }: { id: string; informants: StaffView["informants"] }) {
  const { members: count, minimumGroup: minimum, askedAt, complete, open } = informants;
  const about =
    minimum <= 1 ? m.check_informants_body_named({ count }) : m.check_informants_body({ count, minimum });
  return (
    <Card title={m.check_informants_title()}>
      <p className="max-w-measure text-ink-muted">{count === 0 ? m.check_informants_none() : about}</p>
      {askedAt ? (
        <p>{m.check_informants_asked({ date: formatMoment(askedAt), complete, members: count })}</p>
      ) : null}
      {count > 0 && !open ? <p className="text-ink-muted">{m.check_informants_wait()}</p> : null}
      {open && complete < count ? <AskForm id={id} askedAt={askedAt} /> : null}
    </Card>
  );
}

/** Goes along with when they were last asked, so that pressing twice asks once. */
function AskForm({ id, askedAt }: { id: string; askedAt: Date | null }) {
  return (
    <Form method="post" action={`/assessments/${id}`} className="grid gap-1.5 justify-items-start">
      <input type="hidden" name="intent" value="ask-informants" />
      <input type="hidden" name="since" value={askedAt?.getTime() ?? ""} />
      <Button variant="secondary">{askedAt ? m.check_informants_again() : m.check_informants_ask()}</Button>
      {askedAt ? <p className="text-sm text-ink-muted">{m.check_informants_again_hint()}</p> : null}
    </Form>
  );
}
