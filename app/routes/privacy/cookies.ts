import { m } from "~/i18n/messages";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** What the page says of each cookie; a test holds it against the cookies that are really set. */
export const COOKIES = [
  { name: "session", purpose: () => m.privacy_cookie_session(), seconds: 14 * DAY },
  { name: "seat", purpose: () => m.privacy_cookie_seat(), seconds: 180 * DAY },
  { name: "lang", purpose: () => m.privacy_cookie_lang(), seconds: 365 * DAY },
  { name: "flash", purpose: () => m.privacy_cookie_flash(), seconds: MINUTE },
  { name: "share", purpose: () => m.share_cookie(), seconds: DAY },
  { name: "sso", purpose: () => m.privacy_cookie_sso(), seconds: 10 * MINUTE },
  { name: "sso-error", purpose: () => m.privacy_cookie_sso_error(), seconds: MINUTE },
];

/** What else the questionnaire keeps in an assessor's browser, by the beginning of its name. */
export const ON_THE_DEVICE = [
  { name: "selaras-save", purpose: () => m.privacy_device_saves() },
  { name: "selaras-pages", purpose: () => m.privacy_device_pages() },
  { name: "selaras-level-keys", purpose: () => m.privacy_device_keys() },
];
