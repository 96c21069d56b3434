import { updateUser } from "#db/accounts";
import type { UserActor } from "~/access/actor";
import type { Locale } from "~/i18n/locale";
import type { UseCaseContext } from "./context";

/** Keeps the language a person chose with their account, so that it follows them to another device. */
export function rememberLocale(context: UseCaseContext & { actor: UserActor }, locale: Locale): void {
  updateUser(context.db, context.actor.userId, { locale });
}
