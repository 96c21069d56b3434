import { m } from "~/i18n/messages";
import type { MemberInput } from "~/use-cases/panel";

/** From where an assessor knows the company; results are compared between these groups. */
export const PERSPECTIVES = {
  expert: { label: () => m.perspective_expert(), about: () => m.consultant_perspective_expert() },
  insider: { label: () => m.perspective_insider(), about: () => m.consultant_perspective_insider() },
  customer: { label: () => m.perspective_customer(), about: () => m.consultant_perspective_customer() },
  other: { label: () => m.perspective_other(), about: () => m.consultant_perspective_other() },
} satisfies Record<MemberInput["perspective"], { label: () => string; about: () => string }>;
