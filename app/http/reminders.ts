import { sendDueReminders } from "~/use-cases/reminders";
import { actingContext, type Services } from "./context";

/** Often enough that a reminder comes in the morning of its day, wherever the server stands. */
const HOUR = 60 * 60 * 1000;

/** Reminds the panels that are due, now and every hour, until the returned function is called. */
export function startReminders(services: Services): () => void {
  const run = () => {
    try {
      const sent = sendDueReminders(actingContext(services, { kind: "system", name: "reminders" }, null));
      if (sent > 0) services.log.info({ sent }, "reminders posted");
    } catch (error) {
      services.log.error({ err: error }, "reminders could not be posted");
    }
  };
  run();
  const timer = setInterval(run, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
