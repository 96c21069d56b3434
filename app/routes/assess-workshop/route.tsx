import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { readForm, refuse } from "~/http/form";
import { requireAssessor } from "~/http/guards";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/paraglide/runtime.js";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { titled } from "~/ui/titled";
import { Refusal } from "~/use-cases/errors";
import { readWorkshopSeat } from "~/use-cases/workshop-seat";
import { castVote } from "~/use-cases/workshop-vote";
import { LiveLine } from "./live-line";
import { Seat } from "./seat";
import { seatView } from "./seat-view.server";
import { voteInput, voteSchema } from "./vote-schema.server";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data?.vote?.question ?? m.workshop_seat_title(), args);

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireAssessor(args);
  return seatView(readWorkshopSeat(context), getLocale());
}

export async function action(args: ActionFunctionArgs) {
  const { context } = await requireAssessor(args);
  const form = await readForm(args, voteSchema(readWorkshopSeat(context).rubric.levels.length));
  if (!form.ok) return form.refuse();
  try {
    castVote(context, form.value.vote, voteInput(form.value));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // The room has moved on while somebody chose: the page shows where it is now, with nothing filled in.
    return refuse(args, { values: {}, errors: { "": [m.workshop_seat_over()] } }, 409);
  }
  return redirect("/assess/workshop");
}

type NotSent = { values: null; errors: { "": string[] } };

/** Where the server is out of reach the page stays as it is, with what was chosen. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (problem) {
    if (problem instanceof Response || isRouteErrorResponse(problem)) throw problem;
    const state: NotSent = { values: null, errors: { "": [m.workshop_seat_not_sent()] } };
    // The status keeps the framework from asking the same server for the page again.
    return Response.json(state, { status: 503 });
  }
}

/** The workshop on a phone: waiting, a vote, or what it came to. */
export default function AssessWorkshop() {
  const { running, pulse, vote } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action | (() => NotSent)>();
  const { errors, values } = refusalOf(state, vote?.id);
  return (
    <>
      <BackLink href="/assess">{m.assess_to_list()}</BackLink>
      {/* What changes by itself is said, too. */}
      <p role="status" className="sr-only">
        {vote ? (vote.revealed ? m.workshop_result_title() : m.workshop_vote_open()) : null}
      </p>
      <ErrorSummary errors={errors} title={errors?.[""] ? m.workshop_not_done() : undefined} />
      {vote ? <Seat vote={vote} values={values} errors={errors} /> : <Waiting running={running} />}
      <div className="mt-8 border-t border-line pt-3">
        <LiveLine events="/assess/workshop/events" page="/assess/workshop" pulse={pulse} />
        {running ? null : (
          <a href="/assess/workshop" className="link inline-flex min-h-11 items-center text-sm">
            {m.workshop_refresh()}
          </a>
        )}
      </div>
    </>
  );
}

type Refused = { values: Record<string, string> | null; errors: FieldErrors };

/** What was refused, unless it was about another vote than the one on the page. */
function refusalOf(state: Refused | undefined, vote: string | undefined) {
  const { values = null, errors } = state ?? {};
  const other = values?.vote !== undefined && values.vote !== vote;
  if (!errors || other) return { errors: null, values: null };
  return { errors, values: values?.vote === undefined ? null : values };
}

function Waiting({ running }: { running: boolean }) {
  return (
    <PageHeader
      className="mb-3!"
      title={running ? m.workshop_seat_waiting_title() : m.workshop_seat_none_title()}
      lead={running ? m.workshop_seat_waiting() : m.workshop_seat_none()}
    />
  );
}
