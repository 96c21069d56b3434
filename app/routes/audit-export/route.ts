import type { LoaderFunctionArgs } from "@remix-run/node";
import { tooMany } from "~/http/download";
import { requireCan } from "~/http/guards";
import { consume } from "~/http/rate-limit";
import { exportAuditLog } from "~/use-cases/audit-log";
import { readFilter } from "../audit/filter";

/** The audit log as CSV, with the filter of the page, written piece by piece. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = await requireCan(args, "workspace:manage");
  const wait = await consume(args, ["export:account"], context.actor.userId);
  if (wait !== null) throw tooMany(wait);
  const { action, actor } = readFilter(args.request.url);
  const day = context.now.toISOString().slice(0, 10);
  return new Response(streamed(exportAuditLog(context, { action, actor })), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="selaras-audit-${day}.csv"`,
    },
  });
}

/** Makes the next piece only once the one before was taken. */
function streamed(pieces: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
