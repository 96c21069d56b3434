import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAssessor } from "~/http/guards";
import { readPulse } from "~/use-cases/workshop-pulse";

/** Tells an assessor's page that the room has moved on; never what anybody said. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, sessionId } = await requireAssessor(args);
  const { assessmentId } = context.actor;
  return args.context.services.streams.answer({
    request: args.request,
    holder: sessionId,
    read: () => readPulse(context, assessmentId),
  });
}
