import { useSyncExternalStore } from "react";
import { EMPTY, readState, subscribe } from "./outbox-store";

/** What waits on this device. On the server, and until the page has found out who sits here, it is nothing. */
export const useOutbox = () => useSyncExternalStore(subscribe, readState, () => EMPTY);
