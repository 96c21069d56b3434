import type { RequestArgs } from "~/http/context";
import { type FormState, parseForm, readFields } from "~/http/form";
import { notFound } from "~/http/guards";
import { localDate } from "~/i18n/format";
import { m } from "~/i18n/messages";
import { type AssessorContext, type Desk, readDesk } from "~/use-cases/desk";
import { Refusal } from "~/use-cases/errors";
import { type Evidence, readOwnEvidence } from "~/use-cases/evidence";
import type { SentFile } from "~/use-cases/evidence-file-type";
import { addEvidence, changeEvidence, removeEvidence } from "~/use-cases/write-evidence";
import { currentAssessor } from "../assess-layout/seat.server";
import { evidenceInput, evidenceSchema } from "./evidence-schema.server";
import { faultMessage, refusalErrors } from "./refusals.server";

/** Either where to go and what to say there, or the form again with what is wrong with it. */
export type Outcome = { to: string; message: string } | { state: FormState; status: number; sent: boolean };

type Args = RequestArgs & { params: { evidenceId?: string; functionKey?: string } };

/**
 * Does what the form of a piece of evidence asks for: adds it, changes it or removes it. Nothing that was typed is
 * lost: it comes back with what is wrong, also to somebody who may no longer write.
 */
export async function saveSent(args: Args): Promise<Outcome> {
  const visit = await currentAssessor(args);
  const form = await readFields(args.request);
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const again = (errors: FormState["errors"], status: number): Outcome => ({
    ...{ state: { values, errors }, status },
    sent: sentFile(form) !== null,
  });
  if (!visit) return again({ "": [m.evidence_seat_gone()] }, 409);
  const desk = readDesk(visit.context);
  const item = requirePlace(args, visit.context, desk);
  if (!desk.editable) return again({ "": [m.evidence_closed()] }, 409);
  if (args.context.tooLarge) return again({ file: [faultMessage("too-large")] }, 413);
  const functions = desk.tasks.map(({ fn }) => fn.key);
  try {
    if (values.intent === "remove" && args.params.evidenceId) {
      removeEvidence(visit.context, args.params.evidenceId);
      return { to: returnTo(args, desk), message: m.evidence_removed() };
    }
    const elsewhere = item?.functions.some((key) => !functions.includes(key));
    const schema = evidenceSchema(functions, localDate(visit.context.now), elsewhere);
    const parsed = parseForm(args, form, schema);
    if (!parsed.ok) return again(parsed.errors, 400);
    await store(args, visit.context, evidenceInput(parsed.value, functions), await bytesOf(form));
    return { to: returnTo(args, desk), message: m.evidence_saved() };
  } catch (error) {
    const refused = refusalErrors(args, error);
    if (refused) return again(refused.errors, refused.status);
    throw error;
  }
}

/** The evidence of one's own that the address names, or null where it names a function on one's desk; else 404. */
function requirePlace(
  { params }: Args,
  context: AssessorContext,
  { tasks, editable }: Desk,
): Evidence | null {
  if (params.evidenceId === undefined) {
    if (editable && !tasks.some(({ fn }) => fn.key === params.functionKey)) throw notFound();
    return null;
  }
  try {
    return readOwnEvidence(context, params.evidenceId);
  } catch (error) {
    throw error instanceof Refusal ? notFound() : error;
  }
}

async function store(
  { params: { evidenceId } }: Args,
  context: AssessorContext,
  input: Parameters<typeof addEvidence>[1],
  file: SentFile | null,
): Promise<void> {
  if (evidenceId) await changeEvidence(context, evidenceId, input, file);
  else await addEvidence(context, input, file);
}

/** The function one came from, or the list of functions. */
export function returnTo({ request, params }: Args, { tasks }: Pick<Desk, "tasks">): string {
  const from = params.functionKey ?? new URL(request.url).searchParams.get("from");
  return tasks.some(({ fn }) => fn.key === from) ? `/assess/functions/${from}` : "/assess";
}

/** The file field; browsers send one without a name when nothing was chosen. */
function sentFile(form: FormData): File | null {
  const file = form.get("file");
  return file instanceof File && file.name !== "" ? file : null;
}

async function bytesOf(form: FormData): Promise<SentFile | null> {
  const file = sentFile(form);
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
