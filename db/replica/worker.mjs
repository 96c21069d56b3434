/**
 * The thread that speaks with the libSQL primary. It alone holds the connection that keeps this machine's replica up
 * to date and carries writes, because a call to a primary that does not answer cannot be broken off: it blocks this
 * thread, while the app's own goes on after a bounded wait. Plain JavaScript, so that it runs as it stands wherever
 * the app runs from.
 */
import { workerData } from "node:worker_threads";
import Database from "libsql";

const { file, url, authToken, port, signal } = workerData;
const flag = new Int32Array(signal);

/** @type {import("libsql").default | null} */
let primary = null;

/** A connection that lost the primary inside a transaction stays inside it for good; only a new one helps. */
function connection() {
  primary ??= new Database(file, { syncUrl: url, authToken, readYourWrites: false });
  return primary;
}

function drop() {
  prepared.clear();
  try {
    // Or the primary would keep its lock for seconds, for somebody who is gone.
    if (primary?.inTransaction) primary.exec("rollback");
  } catch {
    // It has forgotten the transaction already.
  }
  try {
    primary?.close();
  } catch {
    // What cannot be closed is let go of all the same.
  }
  primary = null;
}

/** Preparing costs a round trip of its own, so what was prepared is kept. */
const MOST = 400;
const prepared = new Map();

function prepare(sql) {
  const found = prepared.get(sql) ?? connection().prepare(sql);
  if (prepared.size >= MOST) prepared.clear();
  prepared.set(sql, found);
  return found;
}

const DEEDS = {
  open: () => void connection().sync(),
  run({ sql, values, alone }) {
    const { changes, lastInsertRowid } = prepare(sql).run(values);
    if (alone) catchUp();
    return { changes, lastInsertRowid };
  },
  rows({ sql, values, alone }) {
    // As arrays: objects would carry a column of libsql's own.
    const statement = prepare(sql).raw();
    const found = { rows: statement.all(values), columns: statement.columns().map(({ name }) => name) };
    if (alone) catchUp();
    return found;
  },
  exec({ sql, alone }) {
    connection().exec(sql);
    if (alone) catchUp();
  },
  /** From here on nobody else writes: once it has caught up, the replica is what the primary is. */
  begin() {
    connection().exec("begin immediate");
    try {
      connection().sync();
    } catch (error) {
      DEEDS.rollback();
      throw error;
    }
  },
  commit() {
    try {
      connection().exec("commit");
    } catch (error) {
      drop();
      throw error;
    }
    catchUp();
  },
  rollback() {
    try {
      connection().exec("rollback");
    } catch {
      // The connection would stay inside the transaction for good.
      drop();
    }
  },
  /** A sync with a primary that is gone tries for seconds; asked first, it says so at once. */
  sync({ ask }) {
    if (ask) connection().prepare("pragma foreign_keys").raw().all([]);
    connection().sync();
  },
  drop,
  close: drop,
};

/** What was committed is committed, even where it cannot be read back yet. */
function catchUp() {
  try {
    connection().sync();
  } catch {
    // The next request brings the replica up to date.
  }
}

port.on("message", (request) => {
  let answer;
  try {
    answer = { id: request.id, value: DEEDS[request.deed](request) };
  } catch (error) {
    const { message, code } = error;
    answer = { id: request.id, error: { message: String(message), code } };
  }
  port.postMessage(answer);
  Atomics.add(flag, 0, 1);
  Atomics.notify(flag, 0);
});
