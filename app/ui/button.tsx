import type { ButtonHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { Link, type LinkProps } from "./link";

type Look = {
  /** primary: the one main action of a page; quiet: no box; danger: cannot be undone. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  /** small (36 px, 44 px on touch screens) is for dense tables and headers only. */
  size?: "medium" | "small";
};

function buttonClass({ variant = "primary", size = "medium" }: Look, className?: string): string {
  return classNames("button", `button-${variant}`, size === "small" && "button-small", className);
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look;

/** A button that submits its form, unless given another type. */
export function Button({ variant, size, className, type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}

export type ButtonLinkProps = LinkProps & Look;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClass({ variant, size }, className)} {...rest} />;
}
