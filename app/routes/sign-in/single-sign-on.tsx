import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";

/** The button that signs in at the provider instead: a form of its own, so that it asks for no password. */
export function SingleSignOn({ name, next }: { name: string; next: string }) {
  return (
    <Form method="post" action="/sso" className="mt-10 border-t border-line pt-8">
      <input type="hidden" name="next" value={next} />
      <Button variant="secondary">{m.account_sso({ name })}</Button>
    </Form>
  );
}
