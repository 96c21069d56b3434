import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { consensusName, formatFixed } from "~/report/words";
import { Button, ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { LevelSquare } from "~/ui/level-chip";
import { StatusTag } from "~/ui/status-tag";
import type { DeskFunction, DeskView } from "./desk-view.server";

type OrderFormProps = { id: string; open: boolean; desk: DeskView };

/** All functions with what they are ordered by; those ticked can be asked again, and the order is a workshop's. */
export function OrderForm({ id, open, desk }: OrderFormProps) {
  const page = `/assessments/${id}`;
  return (
    <section aria-labelledby="desk-order" className="grid gap-4">
      <div className="grid max-w-measure gap-1">
        <h2 id="desk-order" className="text-base">
          {m.desk_agenda()}
        </h2>
        <p className="text-sm text-ink-muted">
          {open ? `${m.desk_agenda_about({ goal: consensusName(desk.goal).toLowerCase() })} ` : null}
          {m.desk_scale()}
        </p>
      </div>
      <Form method="get" action={`${page}/rounds#next-round`} className="grid gap-4">
        <OrderTable open={open} desk={desk} />
        {open ? (
          <div className="flex flex-wrap items-center gap-3">
            <Button>{m.desk_to_rounds()}</Button>
            <ButtonLink href={`${page}/workshop`} variant="secondary">
              {m.desk_to_workshop()}
            </ButtonLink>
            <p className="text-sm text-ink-muted">{m.desk_to_workshop_about()}</p>
          </div>
        ) : null}
      </Form>
    </section>
  );
}

function OrderTable({ open, desk }: Omit<OrderFormProps, "id">) {
  return (
    <DataTable caption={m.desk_agenda()} captionHidden>
      <thead>
        <tr>
          <th scope="col">{m.desk_function()}</th>
          {open ? (
            <th scope="col" className="center">
              {m.desk_again()}
            </th>
          ) : null}
          <th scope="col">{m.desk_consensus()}</th>
          <th scope="col" className="num">
            {m.desk_a()}
          </th>
          <th scope="col" className="num">
            {m.desk_ad()}
          </th>
          <th scope="col">{m.desk_level()}</th>
          <th scope="col" className="num">
            {m.desk_far()}
          </th>
          <th scope="col">{m.desk_questions()}</th>
        </tr>
      </thead>
      <tbody>
        {desk.functions.map((fn) => (
          <OrderRow key={fn.key} open={open} fn={fn} names={desk.levelNames} />
        ))}
      </tbody>
    </DataTable>
  );
}

function OrderRow({ open, fn, names }: { open: boolean; fn: DeskFunction; names: string[] }) {
  const { key, name, median, consensus, agreementA, averageDeviation, far } = fn;
  return (
    <tr>
      <th scope="row" className="whitespace-normal! sm:min-w-56">
        <a href={`#fn-${key}`} className="link inline-flex min-h-11 items-center">
          {name}
        </a>
      </th>
      {open ? (
        <td className="center">
          {/* The whole cell is the target. */}
          <label className="inline-flex size-11 cursor-pointer items-center justify-center">
            <span className="sr-only">{m.desk_again_one({ name })}</span>
            <input type="checkbox" name="f" value={key} defaultChecked={!fn.agreed} className="size-5" />
          </label>
        </td>
      ) : null}
      <td className="whitespace-nowrap">{consensus ? consensusName(consensus) : "–"}</td>
      <td className="num">{agreementA === null ? "–" : formatFixed(agreementA)}</td>
      <td className="num">{averageDeviation === null ? "–" : formatFixed(averageDeviation)}</td>
      <td>
        <LevelSquare
          level={median}
          levels={names.length}
          name={median === null ? m.level_none() : names[median - 1]}
          size="small"
        />
      </td>
      <td className="num">{far}</td>
      <td className="whitespace-nowrap">
        <Asked asked={fn.asked} />
      </td>
    </tr>
  );
}

function Asked({ asked: { waiting, answered } }: { asked: DeskFunction["asked"] }) {
  if (waiting + answered === 0) return "–";
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {waiting > 0 ? (
        <StatusTag tone="progress">{m.desk_questions_waiting({ count: waiting })}</StatusTag>
      ) : null}
      {answered > 0 ? (
        <StatusTag tone="done">{m.desk_questions_answered({ count: answered })}</StatusTag>
      ) : null}
    </span>
  );
}
