import { Form, useNavigation } from "@remix-run/react";
import { Button, type ButtonProps } from "~/ui/button";

type IntentFormProps = Pick<ButtonProps, "variant" | "size" | "children"> & {
  intent: "start" | "open" | "reveal" | "end";
  /** What it is about. */
  fields?: Record<string, string>;
};

/** One button that does one thing in the workshop. */
export function IntentForm({ intent, fields = {}, ...button }: IntentFormProps) {
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...button} disabled={busy} />
    </Form>
  );
}
