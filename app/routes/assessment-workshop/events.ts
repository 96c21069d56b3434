import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPulse } from "~/use-cases/workshop-pulse";
import { requireManagedAssessment } from "../assessment/managed";

/** Tells the consultant's page that the room has moved on; never what anybody voted. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, assessment } = await requireManagedAssessment(args);
  return args.context.services.streams.answer({
    request: args.request,
    holder: visit.sessionId,
    read: () => readPulse(visit.context, assessment.id),
  });
}
