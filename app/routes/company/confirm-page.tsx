import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader, type PageHeaderProps } from "~/ui/page-header";

export type ConfirmPageProps = Pick<PageHeaderProps, "breadcrumbs" | "title"> & {
  /** What happens, and what is kept or lost. */
  children: ReactNode;
  /** The button that does it. */
  label: string;
  /** Where one goes who would rather not. */
  cancelHref: string;
  /** False where it cannot be done: the page then only says why. */
  possible?: boolean;
};

/** Asks once before something that cannot be undone. The form posts to the page's own address. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { children, label, cancelHref, possible = true, ...header } = props;
  return (
    <>
      <PageHeader {...header} />
      <div className="prose">{children}</div>
      <Form method="post" className="mt-8 flex flex-wrap gap-3">
        {possible ? <Button variant="danger">{label}</Button> : null}
        <ButtonLink href={cancelHref} variant={possible ? "quiet" : "secondary"}>
          {possible ? m.consultant_cancel() : m.ui_back()}
        </ButtonLink>
      </Form>
    </>
  );
}
