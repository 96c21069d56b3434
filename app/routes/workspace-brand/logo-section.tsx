import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { controlProps, Field } from "~/ui/field";
import type { FieldErrors } from "~/ui/form-errors";
import { RemoveFold } from "~/ui/remove-fold";
import "./brand.css";

type LogoSectionProps = {
  logo: { address: string; width: number; height: number } | null;
  /** The workspace's name, by which the picture is called. */
  name: string;
  largest: string;
  errors: FieldErrors | undefined;
};

/** The logo as it looks on both grounds, and the form that sends another. */
export function LogoSection({ logo, name, largest, errors }: LogoSectionProps) {
  const field = {
    name: "file",
    label: m.brand_logo_file(),
    hint: m.brand_logo_hint({ size: largest }),
    error: errors?.file,
    className: "my-0! w-full",
  };
  return (
    <section className="grid gap-5">
      <h2>{m.brand_logo()}</h2>
      {logo ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Preview logo={logo} name={name} theme="light" label={m.brand_logo_light()} />
          <Preview logo={logo} name={name} theme="dark" label={m.brand_logo_dark()} />
        </div>
      ) : (
        <p className="text-ink-muted">{m.brand_logo_none()}</p>
      )}
      <form
        method="post"
        encType="multipart/form-data"
        noValidate
        className="grid max-w-measure justify-items-start gap-4"
      >
        <input type="hidden" name="intent" value="logo" />
        <Field {...field}>
          <input
            {...controlProps(field)}
            type="file"
            accept=".png,.svg"
            className="control control-full file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-semibold file:text-accent"
          />
        </Field>
        <Button variant={logo ? "secondary" : "primary"}>{m.brand_logo_save()}</Button>
      </form>
      {logo ? (
        <RemoveFold
          {...{ label: m.brand_logo_remove(), sure: m.brand_logo_remove_sure() }}
          {...{ of: name, about: m.brand_logo_remove_about() }}
        >
          <input type="hidden" name="intent" value="logo-remove" />
        </RemoveFold>
      ) : null}
    </section>
  );
}

type PreviewProps = {
  logo: NonNullable<LogoSectionProps["logo"]>;
  name: string;
  theme: "light" | "dark";
  label: string;
};

function Preview({ logo: { address, width, height }, name, theme, label }: PreviewProps) {
  return (
    <figure>
      <div className={`brand-preview brand-preview-${theme}`}>
        <img src={address} width={width} height={height} alt={name} />
      </div>
      <figcaption className="mt-2 text-sm text-ink-muted">{label}</figcaption>
    </figure>
  );
}
