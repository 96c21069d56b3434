import { useContext, useState } from "react";
import { RequestContext } from "./request-context";

type Props = {
  id: string;
  className: string;
  /** Null where the server has drawn it into the page already. */
  html: string | null;
};

/** A part of the page that the server draws alone, without code for it in the browser. */
export function Drawn({ id, className, html }: Props) {
  const info = useContext(RequestContext);
  const [there] = useState(() =>
    typeof document === "undefined" ? (info?.drawn ?? "") : (document.getElementById(id)?.innerHTML ?? ""),
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text
  return <article id={id} className={className} dangerouslySetInnerHTML={{ __html: html ?? there }} />;
}
