import { m } from "~/i18n/messages";

/** What each kind of event is called, in the order in which the filter offers them. */
const LABELS = new Map<string, () => string>([
  ["session.start", () => m.privacy_action_session_start()],
  ["session.end-others", () => m.privacy_action_session_end_others()],
  ["account-link.create", () => m.privacy_action_account_link_create()],
  ["account.password-set", () => m.privacy_action_account_password_set()],
  ["account.password-changed", () => m.privacy_action_account_password_changed()],
  ["account.email-requested", () => m.privacy_action_account_email_requested()],
  ["account.email-confirmed", () => m.privacy_action_account_email_confirmed()],
  ["account.email-changed", () => m.privacy_action_account_email_changed()],
  ["second-factor.enable", () => m.privacy_action_second_factor_enable()],
  ["second-factor.disable", () => m.privacy_action_second_factor_disable()],
  ["second-factor.recovery-codes", () => m.privacy_action_second_factor_recovery_codes()],
  ["second-factor.recovery-used", () => m.privacy_action_second_factor_recovery_used()],
  ["identity.link", () => m.privacy_action_identity_link()],
  ["person.add", () => m.privacy_action_person_add()],
  ["person.remove", () => m.privacy_action_person_remove()],
  ["person.erase", () => m.privacy_action_person_erase()],
  ["personal-data.export", () => m.privacy_action_personal_data_export()],
  ["personal-data.expire", () => m.privacy_action_personal_data_expire()],
  ["company.create", () => m.privacy_action_company_create()],
  ["company.edit", () => m.privacy_action_company_edit()],
  ["company.remove", () => m.privacy_action_company_remove()],
  ["sample.seed", () => m.privacy_action_sample_seed()],
  ["assessment.create", () => m.privacy_action_assessment_create()],
  ["assessment.edit", () => m.privacy_action_assessment_edit()],
  ["assessment.open", () => m.privacy_action_assessment_open()],
  ["assessment.close", () => m.privacy_action_assessment_close()],
  ["assessment.reopen", () => m.privacy_action_assessment_reopen()],
  ["assessment.publish", () => m.privacy_action_assessment_publish()],
  ["assessment.withdraw", () => m.privacy_action_assessment_withdraw()],
  ["check.answer", () => m.check_audit_answer()],
  ["assessment.archive", () => m.privacy_action_assessment_archive()],
  ["assessment.remove", () => m.privacy_action_assessment_remove()],
  ["member.add", () => m.privacy_action_member_add()],
  ["member.edit", () => m.privacy_action_member_edit()],
  ["member.remove", () => m.privacy_action_member_remove()],
  ["member.erase", () => m.privacy_action_member_erase()],
  ["invitation.create", () => m.privacy_action_invitation_create()],
  ["invitation.open", () => m.privacy_action_invitation_open()],
  ["judgment.save", () => m.privacy_action_judgment_save()],
  ["judgments.submit", () => m.privacy_action_judgments_submit()],
  ["judgments.import", () => m.privacy_action_judgments_import()],
  ["mail.retry", () => m.privacy_action_mail_retry()],
  ["workspace.add", () => m.privacy_action_workspace_add()],
  ["workspace.rename", () => m.privacy_action_workspace_rename()],
  ["workspace.second-factor", () => m.privacy_action_workspace_second_factor()],
  ["workspace.retention", () => m.privacy_action_workspace_retention()],
]);

export const ACTIONS = [...LABELS.keys()];

/** The name of a kind of event; one that is not known here keeps its key, so that no event goes unseen. */
export function actionLabel(action: string): string {
  return LABELS.get(action)?.() ?? action;
}
