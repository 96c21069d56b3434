import { useEffect, useRef } from "react";
import { m } from "~/i18n/messages";
import { errorItems, type FieldErrors } from "./form-errors";

export type ErrorSummaryProps = {
  errors: FieldErrors | null | undefined;
  title?: string;
};

/**
 * What is wrong, on top of the form, with a link to each field; draws nothing without errors.
 * It takes the focus when it appears, so that nobody has to look for it.
 */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const items = errors ? errorItems(errors) : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new set of errors takes the focus again
  useEffect(() => box.current?.focus(), [errors]);
  useErrorTitle(items.length > 0);
  if (items.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} aria-labelledby="error-summary-title" className="error-summary">
      <h2 id="error-summary-title" className="text-lg">
        {title ?? m.ui_error_summary_title()}
      </h2>
      <ul className="mt-2 grid gap-1 pointer-coarse:mt-0 pointer-coarse:gap-0">
        {items.map((item) => (
          <li key={item.key}>
            {item.href ? (
              <a
                href={item.href}
                className="inline-flex items-center font-semibold text-error underline underline-offset-4 pointer-coarse:min-h-11"
              >
                {item.message}
              </a>
            ) : (
              item.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says "Error:" in the page's title while there are errors; a page drawn by the server says so already. */
function useErrorTitle(errors: boolean) {
  useEffect(() => {
    const title = document.title;
    const prefix = m.error_title_prefix({ title: "" });
    if (!errors || title.startsWith(prefix)) return;
    document.title = prefix + title;
    return () => {
      // The next page may have its own title by now.
      if (document.title === prefix + title) document.title = title;
    };
  }, [errors]);
}
