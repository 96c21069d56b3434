import { type FormEvent, useRef, useState } from "react";
import { m } from "~/i18n/messages";
import type { FieldErrors } from "~/ui/form-errors";
import type { EvidenceFormView } from "./form-view.server";
import { send } from "./send";

/**
 * Sends the form without leaving the page, so that a file need not be chosen twice. `share` is how much has left,
 * 0 to 1, and null while nothing is being sent; `errors` is what came of the last try, null before there was one.
 */
export function useSend(url: string, { largest }: Pick<EvidenceFormView, "largest">) {
  const [share, setShare] = useState<number | null>(null);
  const [errors, setErrors] = useState<FieldErrors | null>(null);
  const busy = useRef(false);
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    const body = new FormData(event.currentTarget);
    const file = body.get("file");
    if (file instanceof File && file.size > largest.bytes) return setErrors({ file: [largest.error] });
    busy.current = true;
    setShare(0);
    const answer = await send(url, body, setShare);
    // A whole page, so that it says what was done and knows what is stored.
    if (answer && "to" in answer) return window.location.assign(answer.to);
    busy.current = false;
    setShare(null);
    setErrors(answer?.errors ?? { "": [m.evidence_not_sent()] });
  }
  return { share, errors, onSubmit };
}
