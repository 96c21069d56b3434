import { environment, readEnv } from "~/env.server";
import { version } from "../../package.json";
import { run } from "./run";
import { openStore } from "./store";

// A reader that has seen enough, such as `head`, closes the pipe; that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), version, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  openStore: () => openStore(environment),
  settings: () => readEnv(environment),
  elapsed: () => performance.now(),
});
