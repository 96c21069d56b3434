import { createContext, type ReactNode, useContext } from "react";

/** Where a report is read: in the app, or by a shared link with files of its own below `files`. */
export type ReportPlace = { shared: false } | { shared: true; files: string };

export const PlaceContext = createContext<ReportPlace>({ shared: false });

export const usePlace = (): ReportPlace => useContext(PlaceContext);

/** What leads to pages that need an account; whoever reads by a link gets none of it. */
export function InApp({ children }: { children: ReactNode }) {
  return usePlace().shared ? null : children;
}
