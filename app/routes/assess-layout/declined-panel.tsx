import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";

/** Of somebody who declined: what that means, and the way back. */
export function DeclinedPanel() {
  return (
    <>
      <p>{m.panel_declined_body()}</p>
      <Form method="post" action="/assess/decline" className="mt-7">
        <input type="hidden" name="intent" value="undo" />
        <Button className="w-full sm:w-auto">{m.panel_undecline()}</Button>
      </Form>
    </>
  );
}
