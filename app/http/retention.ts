import { sweepMailFiles } from "~/mail/sweep-files";
import { sweepFiles } from "~/use-cases/evidence-files";
import { eraseExpired, sweepEnded } from "~/use-cases/retention";
import { actingContext, type Services } from "./context";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Erases what is kept no longer, now and once a day, until the returned function is called. A run that fails is
 * logged, and the next one does its work.
 */
export function startRetention(services: Services): () => void {
  const run = () => {
    try {
      const context = actingContext(services, { kind: "system", name: "retention" }, null);
      const { assessments, members } = eraseExpired(context);
      sweepEnded(context);
      sweepMailFiles(services);
      sweepFiles(context);
      if (members > 0) services.log.info({ assessments, members }, "personal data erased after their time");
    } catch (error) {
      services.log.error({ err: error }, "personal data could not be erased");
    }
  };
  run();
  const timer = setInterval(run, DAY);
  timer.unref();
  return () => clearInterval(timer);
}
