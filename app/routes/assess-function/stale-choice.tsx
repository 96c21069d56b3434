import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { dropUnsent } from "./client-save";
import type { Save } from "./fields";
import type { Difference } from "./versions.server";

export type Stale = {
  differences: Difference[];
  /** The typed form as it was sent, to be sent again over what is stored now. */
  typed: Record<string, string>;
  save: Save;
  onward: string;
};

/** Two versions of one answer, to choose from: what is stored by now, and what was typed on an older page. */
export function StaleChoice({ task, stale }: { task: { key: string; name: string }; stale: Stale }) {
  const { differences, typed, save, onward } = stale;
  const fields = { ...typed, ...save, intent: "mine" };
  return (
    <>
      <PageHeader kicker={task.name} title={m.saving_two_title()} className="mb-5!" />
      <Notice tone="attention" live className="mb-8">
        {m.saving_two_body()}
      </Notice>
      <div className="grid gap-x-8 gap-y-10 sm:grid-cols-2">
        <Version title={m.saving_two_stored()} differences={differences} which="stored">
          <ButtonLink
            href={onward}
            variant="secondary"
            className="w-full"
            onClick={() => dropUnsent(task.key)}
          >
            {m.saving_two_keep_stored()}
          </ButtonLink>
        </Version>
        <Version title={m.saving_two_typed()} differences={differences} which="typed">
          <Form method="post">
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button className="w-full">{m.saving_two_use_typed()}</Button>
          </Form>
        </Version>
      </div>
    </>
  );
}

type VersionProps = {
  title: string;
  differences: Difference[];
  which: "stored" | "typed";
  children: ReactNode;
};

function Version({ title, differences, which, children }: VersionProps) {
  return (
    <section className="flex flex-col gap-5 border-t-2 border-ink pt-4">
      <h2 className="text-lg">{title}</h2>
      <dl className="grid flex-1 content-start gap-4">
        {differences.map(({ name, label, [which]: text }) => (
          <div key={name}>
            <dt className="text-sm text-ink-muted">{label}</dt>
            <dd className="break-words whitespace-pre-line">{text || m.assess_unanswered()}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
