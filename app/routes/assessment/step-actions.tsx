import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "~/ui/button";
import { Link } from "~/ui/link";

/** A button that posts one intent to the overview, from wherever it stands. */
export function IntentButton(
  props: Pick<ButtonProps, "variant" | "size" | "children"> & {
    id: string;
    intent: string;
    confirmed?: boolean;
  },
) {
  const { id, intent, confirmed, ...button } = props;
  return (
    <Form method="post" action={`/assessments/${id}`}>
      <input type="hidden" name="intent" value={intent} />
      {confirmed ? <input type="hidden" name="confirmed" value="yes" /> : null}
      <Button {...button} />
    </Form>
  );
}

/** What one may do instead, beside the one button. */
export function QuietLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link self-center py-2 font-semibold">
      {children}
    </Link>
  );
}
