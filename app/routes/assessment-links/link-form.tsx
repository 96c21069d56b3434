import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import type { LinksAnswer } from "./change-links.server";

type LinkFormProps = {
  limits: { days: { min: number; max: number; usual: number }; passphrase: { min: number } };
  state: LinksAnswer | undefined;
};

/** Asks for whom a link is, for how long, and whether it needs a passphrase. A plain form: its answer is a page. */
export function LinkForm({ limits, state }: LinkFormProps) {
  const errors = state?.errors;
  const { label = "", days = String(limits.days.usual) } = state?.values ?? {};
  return (
    <section className="max-w-measure">
      <h2>{m.share_make()}</h2>
      <form method="post" noValidate className="mt-5">
        <input type="hidden" name="intent" value="make" />
        <TextField
          name="label"
          label={m.share_label()}
          hint={m.share_label_hint()}
          autoComplete="off"
          defaultValue={label}
          error={errors?.label}
        />
        <TextField
          name="days"
          label={m.share_days()}
          hint={m.share_days_hint(limits.days)}
          inputMode="numeric"
          width="short"
          autoComplete="off"
          defaultValue={days}
          error={errors?.days}
        />
        <TextField
          name="passphrase"
          label={m.share_passphrase()}
          hint={m.share_passphrase_hint(limits.passphrase)}
          required={false}
          width="medium"
          autoComplete="off"
          spellCheck={false}
          error={errors?.passphrase}
        />
        <div className="mt-8">
          <Button>{m.share_make_button()}</Button>
        </div>
      </form>
    </section>
  );
}
