import { useState } from "react";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { controlProps, Field } from "~/ui/field";
import type { BrandState } from "./change-brand.server";
import "./brand.css";

type SwatchView = { place: "file" | "light" | "dark"; colour: string; ground: string; ratio: number };

type ColourSectionProps = {
  colour: { accent: string | null; shown: string; swatches: SwatchView[] };
  state: BrandState | undefined;
};

const PLACES = {
  file: () => m.brand_swatch_file(),
  light: () => m.brand_swatch_light(),
  dark: () => m.brand_swatch_dark(),
};

/** The accent, what becomes of it on each ground, and the form that sets another. */
export function ColourSection({ colour: { accent, shown, swatches }, state }: ColourSectionProps) {
  return (
    <section className="mt-12 grid gap-5 border-t border-line pt-8">
      <div>
        <h2>{m.brand_colour()}</h2>
        <p className="mt-2 max-w-measure text-ink-muted">{m.brand_colour_lead()}</p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-3">
        {swatches.map((swatch) => (
          <li key={swatch.place}>
            <Swatch {...swatch} />
            <p className="mt-1.5 font-semibold">{PLACES[swatch.place]()}</p>
            <p className="text-sm text-ink-muted">
              {m.brand_swatch_ratio({
                colour: swatch.colour,
                ratio: formatNumber(Math.floor(swatch.ratio * 10) / 10),
              })}
            </p>
          </li>
        ))}
      </ul>
      <ColourForm key={state?.values.accent ?? shown} shown={shown} state={state} />
      {accent ? (
        <form method="post">
          <input type="hidden" name="intent" value="accent-reset" />
          <Button variant="quiet">{m.brand_colour_reset()}</Button>
        </form>
      ) : null}
    </section>
  );
}

function Swatch({ colour, ground }: SwatchView) {
  return (
    <svg viewBox="0 0 120 48" className="brand-swatch" aria-hidden="true" focusable="false">
      <rect width="120" height="48" fill={ground} />
      <rect x="12" y="12" width="46" height="24" rx="5" fill={colour} />
      <path d="M70 19H108M70 29H96" stroke={colour} strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

function ColourForm({ shown, state }: { shown: string; state: BrandState | undefined }) {
  const error = state?.errors.accent;
  const [value, setValue] = useState(state?.values.accent ?? shown);
  const written = {
    name: "accent",
    label: m.brand_colour_code(),
    hint: m.brand_colour_code_hint(),
    error,
    className: "my-0!",
  };
  const picked = { name: "picked", label: m.brand_colour_pick(), className: "my-0!" };
  return (
    <form method="post" noValidate className="grid max-w-measure justify-items-start gap-5">
      <input type="hidden" name="intent" value="accent" />
      <Field {...picked}>
        <input
          {...controlProps(picked)}
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : shown}
          onChange={(event) => setValue(event.currentTarget.value)}
          className="brand-picker"
        />
      </Field>
      <Field {...written}>
        <input
          {...controlProps(written)}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          className="control control-short"
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button>{m.brand_colour_save()}</Button>
        {state?.proposal ? (
          <Button variant="secondary" name="proposal" value={state.proposal}>
            {m.brand_colour_use({ proposal: state.proposal })}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
