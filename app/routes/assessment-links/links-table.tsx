import { formatShortMoment } from "~/i18n/format";
import { formatNumber } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { DataTable } from "~/ui/data-table";
import { RemoveFold } from "~/ui/remove-fold";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { ShareLinkState, ShareLinkView } from "~/use-cases/share-links";

const STATES: Record<ShareLinkState, { tone: StatusTone; label: () => string }> = {
  active: { tone: "done", label: () => m.share_state_active() },
  expired: { tone: "neutral", label: () => m.share_state_expired() },
  revoked: { tone: "attention", label: () => m.share_state_revoked() },
};

/** Every link there was, with what became of it. */
export function LinksTable({ links }: { links: readonly ShareLinkView[] }) {
  return (
    <section className="mt-12">
      <h2 className="mb-4">{m.share_list()}</h2>
      {links.length === 0 ? (
        <p className="text-ink-muted">{m.share_none()}</p>
      ) : (
        <DataTable caption={m.share_list()} captionHidden dense={false}>
          <thead>
            <tr>
              <th scope="col">{m.share_col_label()}</th>
              <th scope="col">{m.share_col_state()}</th>
              <th scope="col">{m.share_col_until()}</th>
              <th scope="col" className="num">
                {m.share_col_opened()}
              </th>
              <th scope="col">{m.share_col_last()}</th>
              <th scope="col">{m.share_col_action()}</th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <Row key={link.id} link={link} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function Row({ link }: { link: ShareLinkView }) {
  const { id, label, state, passphrase, expiresAt, openedCount, openedAt } = link;
  const { tone, label: stateLabel } = STATES[state];
  return (
    <tr>
      <th scope="row" className="wrap-anywhere">
        {label}
        {passphrase ? (
          <span className="block text-sm font-normal text-ink-muted">{m.share_with_passphrase()}</span>
        ) : null}
      </th>
      <td>
        <StatusTag tone={tone}>{stateLabel()}</StatusTag>
      </td>
      <td className="whitespace-nowrap">{formatShortMoment(expiresAt)}</td>
      <td className="num">{formatNumber(openedCount, 0)}</td>
      <td className="whitespace-nowrap">{openedAt ? formatShortMoment(openedAt) : m.share_never()}</td>
      <td>
        {state === "active" ? (
          <RemoveFold
            {...{ label: m.share_revoke(), sure: m.share_revoke_sure(), of: label }}
            about={m.share_revoke_about()}
          >
            <input type="hidden" name="intent" value="revoke" />
            <input type="hidden" name="linkId" value={id} />
          </RemoveFold>
        ) : null}
      </td>
    </tr>
  );
}
