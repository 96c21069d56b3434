import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";

/** The way to change what was handed in, or whom to ask for it. */
export function Changing({ reopens, open }: { reopens: boolean; open: boolean }) {
  if (!reopens) {
    return <p className="mt-6">{open ? m.assess_reopen_ask() : m.assess_reopen_closed()}</p>;
  }
  return (
    <div className="mt-6 grid justify-items-start gap-3">
      <p>{m.assess_reopen_about()}</p>
      <Form method="post" className="w-full sm:w-auto">
        <Button variant="secondary" className="w-full sm:w-auto">
          {m.assess_reopen()}
        </Button>
      </Form>
    </div>
  );
}
