import { m } from "~/i18n/messages";
import type { CompanyInput } from "~/use-cases/companies";

/** Sizes by the number of people who work there, as Statistics Indonesia (BPS) classes firms. */
export const SIZES = {
  micro: { label: () => m.consultant_size_micro(), hint: () => m.consultant_size_micro_hint() },
  small: { label: () => m.consultant_size_small(), hint: () => m.consultant_size_small_hint() },
  medium: { label: () => m.consultant_size_medium(), hint: () => m.consultant_size_medium_hint() },
  large: { label: () => m.consultant_size_large(), hint: () => m.consultant_size_large_hint() },
} satisfies Record<CompanyInput["size"], { label: () => string; hint: () => string }>;

export const OFFERINGS = {
  services: () => m.consultant_offering_services(),
  goods: () => m.consultant_offering_goods(),
  both: () => m.consultant_offering_both(),
} satisfies Record<CompanyInput["offering"], () => string>;
