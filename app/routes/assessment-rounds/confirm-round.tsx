import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import type { PagePlan, RoundsPage } from "./rounds-page.server";

type ConfirmRoundProps = { id: string; plan: PagePlan; page: RoundsPage };

/** Says exactly what opening the round will do, and does it. */
export function ConfirmRound({ id, plan, page }: ConfirmRoundProps) {
  const { number, functions, asked, notAsked, notHandedIn } = plan;
  const names = page.functions.filter(({ key }) => functions.includes(key)).map(({ name }) => name);
  return (
    <section
      aria-labelledby="confirm-round"
      className="mb-10 grid max-w-measure gap-3 rounded-xl border-2 border-attention-line bg-surface p-5 md:p-6"
    >
      <h2 id="confirm-round" className="text-lg leading-snug font-bold">
        {m.rounds_confirm_title({ number })}
      </h2>
      <div>
        <p>{m.rounds_confirm_functions({ count: names.length })}</p>
        <ul className="mt-1 list-disc pl-5 font-semibold marker:text-ink-muted">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </div>
      <p>{m.rounds_confirm_asked({ count: asked })}</p>
      {notAsked > 0 ? <p>{m.rounds_confirm_not_asked({ count: notAsked })}</p> : null}
      {notHandedIn > 0 ? (
        <p className="font-semibold">{m.rounds_confirm_missing({ count: notHandedIn })}</p>
      ) : null}
      <p>{m.rounds_confirm_stands()}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Form method="post" action={`/assessments/${id}/rounds`}>
          <input type="hidden" name="number" value={number} />
          {functions.map((key) => (
            <input key={key} type="hidden" name="fn" value={key} />
          ))}
          <Button>{m.rounds_confirm_button({ number })}</Button>
        </Form>
        <ButtonLink href={`/assessments/${id}/rounds`} variant="quiet">
          {m.consultant_cancel()}
        </ButtonLink>
      </div>
    </section>
  );
}
