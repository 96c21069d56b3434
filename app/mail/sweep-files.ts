import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { actingContext, type Services } from "~/http/context";
import { forgottenMail } from "~/use-cases/retention";

const ENDING = ".eml";

/**
 * Removes from the data directory the files of messages that the store has forgotten. After an erasure nothing else
 * would: the files are written by the delivery and are outside every transaction.
 */
export function sweepMailFiles(services: Services): void {
  const folder = join(services.env.DATA_DIR, "mail");
  if (!existsSync(folder)) return;
  const context = actingContext(services, { kind: "system", name: "retention" }, null);
  const ids = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  for (const id of forgottenMail(context, ids)) rmSync(join(folder, id + ENDING), { force: true });
}
