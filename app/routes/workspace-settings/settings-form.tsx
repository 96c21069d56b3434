import { Form } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/checkbox-field";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form-errors";
import { Link } from "~/ui/link";
import { TextField } from "~/ui/text-field";

type SettingsFormProps = {
  settings: {
    name: string;
    secondFactorRequired: boolean;
    retentionMonths: number | null;
    withoutSecondFactor: number;
  };
  /** The greatest number of months. */
  longest: number;
  state: { values: Record<string, string>; errors: FieldErrors } | undefined;
};

export function SettingsForm({ settings, longest, state }: SettingsFormProps) {
  const errors = state?.errors;
  const { name, retentionMonths } = state?.values ?? settings;
  const required = state ? state.values.secondFactorRequired === "on" : settings.secondFactorRequired;
  return (
    <Form method="post" noValidate className="max-w-measure">
      <ErrorSummary errors={errors} />
      <TextField
        name="name"
        label={m.privacy_workspace_name()}
        hint={m.privacy_workspace_name_hint()}
        autoComplete="off"
        defaultValue={name}
        error={errors?.name}
      />
      <CheckboxField
        name="secondFactorRequired"
        label={m.privacy_workspace_factor()}
        hint={
          <>
            {m.privacy_workspace_factor_hint({ count: settings.withoutSecondFactor })}
            {errors?.secondFactorRequired ? (
              <>
                {" "}
                <Link href="/me/second-factor" className="link">
                  {m.privacy_workspace_factor_own_link()}
                </Link>
              </>
            ) : null}
          </>
        }
        defaultChecked={required}
        error={errors?.secondFactorRequired}
      />
      <TextField
        name="retentionMonths"
        label={m.privacy_workspace_retention()}
        hint={m.privacy_workspace_retention_hint({ max: longest })}
        required={false}
        inputMode="numeric"
        width="short"
        autoComplete="off"
        defaultValue={retentionMonths ?? ""}
        error={errors?.retentionMonths}
      />
      {errors?.confirmed ? (
        <CheckboxField
          name="confirmed"
          label={m.privacy_workspace_retention_yes()}
          error={errors.confirmed}
        />
      ) : null}
      <div className="mt-8">
        <Button>{m.privacy_workspace_save()}</Button>
      </div>
    </Form>
  );
}
