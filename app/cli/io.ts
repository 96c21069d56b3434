import type { Env } from "~/env.server";
import type { ScopedContext } from "~/use-cases/context";

/** What commands work on: the whole workspace, as the installation itself. */
export type Store = {
  context: ScopedContext;
  /** Where people reach Selaras, without a slash at the end. */
  baseUrl: string;
  /** Where the store and the keys are. */
  dataDir: string;
  /** The folder of package.json. */
  root: string;
  /** The store was empty: the workspace with the sample was made just now. */
  created: boolean;
  close(): void;
};

/** Everything outside the process that commands touch; tests bring their own. */
export type Io = {
  out(text: string): void;
  err(text: string): void;
  /** Opens the store, and makes it where there is none. Commands that need none never call this. */
  openStore(): Store;
  /** The settings, for commands that work on the data directory itself. @throws EnvError */
  settings(): Env;
  /** A clock for measuring durations, in milliseconds. */
  elapsed(): number;
};

/** Runs `work` on the store and closes it afterwards. */
export function withStore<T>(io: Io, work: (store: Store) => T): T {
  const store = io.openStore();
  try {
    return work(store);
  } finally {
    store.close();
  }
}
