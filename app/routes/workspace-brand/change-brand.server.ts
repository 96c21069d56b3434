import { onWhite, readableAccent, TEXT_CONTRAST } from "~/brand/accent";
import { drawLogo, LARGEST_LOGO } from "~/brand/draw-logo";
import { type LogoFault, LogoRefused } from "~/brand/logo-fault";
import { asDocument } from "~/http/brand";
import type { RequestArgs } from "~/http/context";
import { redirectSaying } from "~/http/flash";
import { type FormState, readFields, refuse } from "~/http/form";
import { sentFile } from "~/http/sent-file";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { formatSize } from "~/report/evidence-words";
import { defaultBrand } from "~/report/exports/brand";
import { readStoredBrand, removeLogo, setAccent, setLogo } from "~/use-cases/branding";
import type { ScopedContext } from "~/use-cases/context";

const PAGE = "/workspace/brand";

/** What the page shows again after a refusal; with a colour that would do where the one given does not. */
export type BrandState = FormState & { proposal?: string };

const FAULTS: Record<LogoFault, () => string> = {
  empty: () => m.brand_fault_empty(),
  "too-large": () => m.brand_fault_too_large({ size: formatSize(LARGEST_LOGO) }),
  ending: () => m.brand_fault_ending(),
  content: () => m.brand_fault_content(),
  dimensions: () => m.brand_fault_dimensions(),
  active: () => m.brand_fault_active(),
  outside: () => m.brand_fault_outside(),
  entities: () => m.brand_fault_entities(),
  text: () => m.brand_fault_text(),
  complex: () => m.brand_fault_complex(),
  nothing: () => m.brand_fault_nothing(),
};

/** Does what one of the forms of the page asks for, and has the page load anew: its header has changed. */
export async function changeBrand(args: RequestArgs, context: ScopedContext) {
  const form = await readFields(args.request);
  const said = async (message: string) => asDocument(await redirectSaying(args, PAGE, message));
  switch (form.get("intent")) {
    case "logo": {
      const refused = await changeLogo(args, context, form);
      return refused ?? said(m.brand_logo_saved());
    }
    case "logo-remove":
      removeLogo(context);
      return said(m.brand_logo_removed());
    case "accent-reset":
      setAccent(context, null);
      return said(m.brand_colour_reset_done());
    default:
      return changeAccent(args, context, form) ?? said(m.brand_colour_saved());
  }
}

async function changeLogo(args: RequestArgs, context: ScopedContext, form: FormData) {
  const again = (message: string, status?: number) =>
    refuse(args, { values: {}, errors: { file: [message] } }, status);
  const sent = await sentFile(form);
  if (!sent) return again(m.brand_logo_missing());
  try {
    setLogo(context, await drawLogo(sent));
    return null;
  } catch (error) {
    if (!(error instanceof LogoRefused)) throw error;
    return again(FAULTS[error.fault](), error.fault === "too-large" ? 413 : 400);
  }
}

function changeAccent(args: RequestArgs, context: ScopedContext, form: FormData) {
  const given = chosenColour(form, readStoredBrand(context).accent ?? defaultBrand.accent);
  const again = (message: string, proposal?: string) => {
    const state: BrandState = { values: { accent: given }, errors: { accent: [message] }, proposal };
    return refuse(args, state);
  };
  if (!/^#[0-9a-f]{6}$/.test(given)) return again(m.brand_colour_form());
  const contrast = onWhite(given);
  if (contrast < TEXT_CONTRAST) {
    const proposal = readableAccent(given);
    // Rounded down, so that what is refused never reads as what is needed.
    const ratio = formatNumber(Math.floor(contrast * 10) / 10);
    return again(m.brand_colour_light({ colour: given, ratio, proposal }), proposal);
  }
  setAccent(context, given);
  return null;
}

/**
 * The form has a box to pick and one to write. Without JavaScript they know nothing of each other: whichever was
 * changed counts, what was written before what was picked.
 */
function chosenColour(form: FormData, now: string): string {
  const [written, picked, proposal] = ["accent", "picked", "proposal"].map((name) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim().toLowerCase().slice(0, 100) : "";
  });
  if (proposal) return proposal;
  if (written && written !== now) return written;
  return picked || written || "";
}
