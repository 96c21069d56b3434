/** `npm start`: dependencies, build where it is missing or out of date, and the production server. */
import { spawn } from "node:child_process";
import { ensureBuild } from "./dependencies.mjs";

ensureBuild();

const server = spawn(process.execPath, ["--enable-source-maps", "build/node/serve.mjs"], {
  stdio: "inherit",
  env: { NODE_ENV: "production", ...process.env },
});
// npm hands the signal to this process; the server does the orderly stop.
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
