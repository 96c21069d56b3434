import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { ButtonLink } from "./button";
import { PageHeader } from "./page-header";
import { useRequestId } from "./request-context";
import { SiteShell } from "./site-shell";

/** One page for everything that goes wrong: it says what happened, what is kept and where to go. */
export function ErrorPage() {
  const { title, body, unexpected } = describeError(useRouteError());
  const requestId = useRequestId();
  return (
    <SiteShell variant="assessor" homeHref="/">
      <PageHeader title={title} />
      <div className="mt-6 grid max-w-prose gap-6">
        <p>{body}</p>
        {unexpected && requestId ? (
          <p className="text-ink-muted">{m.error_reference({ id: requestId })}</p>
        ) : null}
        <p>
          <ButtonLink href="/">{m.error_home()}</ButtonLink>
        </p>
      </div>
    </SiteShell>
  );
}

/** The title for the browser tab, and the words of the page. */
export function describeError(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) return { title: m.error_not_found_title(), body: m.error_not_found_body() };
  if (status === 409) return { title: m.error_conflict_title(), body: m.error_conflict_body() };
  if (status === 413) return { title: m.error_too_large_title(), body: m.error_too_large_body() };
  if (status < 500) return { title: m.error_bad_request_title(), body: m.error_bad_request_body() };
  return { title: m.error_unexpected_title(), body: m.error_unexpected_body(), unexpected: true };
}
