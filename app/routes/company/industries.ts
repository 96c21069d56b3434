import { m } from "~/i18n/messages";

/** Industries by the sections of ISIC Rev. 4, a few of them joined. The key is stored, the label is for reading. */
const LABELS = {
  agriculture: () => m.consultant_industry_agriculture(),
  mining: () => m.consultant_industry_mining(),
  manufacturing: () => m.consultant_industry_manufacturing(),
  utilities: () => m.consultant_industry_utilities(),
  construction: () => m.consultant_industry_construction(),
  trade: () => m.consultant_industry_trade(),
  transport: () => m.consultant_industry_transport(),
  hospitality: () => m.consultant_industry_hospitality(),
  information: () => m.consultant_industry_information(),
  finance: () => m.consultant_industry_finance(),
  "real-estate": () => m.consultant_industry_real_estate(),
  professional: () => m.consultant_industry_professional(),
  "business-support": () => m.consultant_industry_business_support(),
  public: () => m.consultant_industry_public(),
  education: () => m.consultant_industry_education(),
  health: () => m.consultant_industry_health(),
  arts: () => m.consultant_industry_arts(),
  other: () => m.consultant_industry_other(),
} satisfies Record<string, () => string>;

type IndustryKey = keyof typeof LABELS;

export const INDUSTRIES = Object.keys(LABELS) as IndustryKey[];

/** The industry in the reader's language; what is no key of the list was written by hand and is shown as it is. */
export function industryLabel(industry: string): string {
  return Object.hasOwn(LABELS, industry) ? LABELS[industry as IndustryKey]() : industry;
}
