import { m } from "~/i18n/messages";
import { SummaryList } from "~/ui/summary-list";
import { COOKIES, ON_THE_DEVICE } from "./cookies";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;

/** Every cookie of the site, what for, and for how long. */
export function CookieList() {
  const rows = COOKIES.map(({ name, purpose, seconds }) => ({
    key: name,
    term: <code>{name}</code>,
    value: m.privacy_cookie_facts({ purpose: purpose(), life: lifetime(seconds) }),
  }));
  return <SummaryList rows={rows} />;
}

/** What the questionnaire keeps in an assessor's browser beside cookies. */
export function DeviceList() {
  const rows = ON_THE_DEVICE.map(({ name, purpose }) => ({
    key: name,
    term: <code>{name}</code>,
    value: purpose(),
  }));
  return <SummaryList rows={rows} />;
}

function lifetime(seconds: number): string {
  if (seconds === YEAR) return m.privacy_one_year();
  if (seconds >= DAY) return m.privacy_days({ count: Math.round(seconds / DAY) });
  return m.privacy_minutes({ count: Math.round(seconds / MINUTE) });
}
