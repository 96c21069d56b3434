import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { redirectSaying } from "~/http/flash";
import { readFields } from "~/http/form";
import { orNotFound, requireAssessor } from "~/http/guards";
import { formatList } from "~/i18n/format-number";
import { localized } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { kindWord } from "~/report/evidence-words";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { reuseEvidence } from "~/use-cases/write-evidence";
import { ActionBar } from "../assess-layout/action-bar";
import { evidenceView } from "../assess-layout/evidence-view.server";

const BOX = "evidence-";

export const meta: MetaFunction = (args) => titled(m.evidence_reuse_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  const desk = readDesk(context);
  const task = orNotFound(desk.tasks.find(({ fn }) => fn.key === args.params.functionKey));
  if (!desk.editable) throw redirect("/assess");
  const nameOf = (key: string) => {
    const fn = desk.rubric.functions.find((candidate) => candidate.key === key);
    return fn ? [localized(fn.name, getLocale())] : [];
  };
  const items = desk.evidence.filter(({ functions }) => !functions.includes(task.fn.key));
  return {
    key: task.fn.key,
    name: localized(task.fn.name, getLocale()),
    items: items.map((item) => ({ ...evidenceView(item), names: item.functions.flatMap(nameOf) })),
  };
}

/** Nothing is typed here, so whoever may no longer write is only told so. */
export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  const key = orNotFound(args.params.functionKey);
  const form = await readFields(args.request);
  const ticked = [...form.keys()]
    .filter((name) => name.startsWith(BOX))
    .map((name) => name.slice(BOX.length));
  try {
    reuseEvidence(context, key, ticked);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === "unknown-function") orNotFound(null);
    return redirectSaying(args, "/assess", m.evidence_closed());
  }
  const back = `/assess/functions/${key}`;
  return ticked.length > 0 ? redirectSaying(args, back, m.evidence_reused()) : redirect(back);
}

/** Everything given for other functions, to be ticked for this one. */
export default function ReuseEvidence() {
  const { key, name, items } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={`/assess/functions/${key}`}>{m.evidence_back_to({ name })}</BackLink>
      <PageHeader
        className="mb-6!"
        kicker={name}
        title={m.evidence_reuse_title()}
        lead={items.length > 0 ? m.evidence_reuse_lead() : m.evidence_reuse_none()}
      />
      {items.length > 0 ? (
        <Form method="post">
          {items.map(({ id, kind, note, names }) => (
            <CheckboxField
              key={id}
              name={BOX + id}
              label={`${kindWord(kind)}. ${note}`}
              hint={names.length > 0 ? m.evidence_used_for({ names: formatList(names) }) : undefined}
            />
          ))}
          <ActionBar>
            <Button className="w-full sm:w-auto">{m.evidence_reuse_save()}</Button>
          </ActionBar>
        </Form>
      ) : null}
    </>
  );
}
