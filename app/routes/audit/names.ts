import { m } from "~/i18n/messages";
import type { AuditLine } from "~/use-cases/audit-log";

const OBJECTS = new Map<string, () => string>([
  ["user", () => m.privacy_object_user()],
  ["company", () => m.privacy_object_company()],
  ["assessment", () => m.privacy_object_assessment()],
  ["panel-member", () => m.privacy_object_panel_member()],
  ["judgment", () => m.privacy_object_judgment()],
  ["submission", () => m.privacy_object_submission()],
  ["account-link", () => m.privacy_object_account_link()],
  ["mail", () => m.privacy_object_mail()],
  ["workspace", () => m.privacy_object_workspace()],
  ["template", () => m.waves_object_template()],
  ["share-link", () => m.share_object()],
  ["company-file", () => m.waves_object_file()],
]);

const ACTORS = {
  user: () => m.privacy_actor_user(),
  assessor: () => m.privacy_actor_assessor(),
  system: () => m.privacy_actor_system(),
  visitor: () => m.privacy_actor_visitor(),
} satisfies Record<AuditLine["actor"]["kind"], () => string>;

/** What kind of thing an event is about; one that is not known here keeps its key. */
export function objectLabel(kind: string): string {
  return OBJECTS.get(kind)?.() ?? kind;
}

/** Who acted: a name where there is one, else what kind of actor, with what tells it from others. */
export function actorLabel({ kind, id, name }: AuditLine["actor"]): string {
  if (name !== null) return name;
  return kind === "system" && id ? `${ACTORS.system()} (${id})` : ACTORS[kind]();
}

/** Tells a reader nothing; the download has it. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/;

/** The detail of an event in one line, as it was written down, without ids. */
export function detailLine(detail: AuditLine["detail"]): string {
  return Object.entries(detail)
    .filter(([, value]) => typeof value !== "string" || !ID.test(value))
    .map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(", ");
}
