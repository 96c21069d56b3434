import { Link } from "@remix-run/react";
import type { LinkProps } from "./ui/link";

/** The framework's link for the shared parts, which do not know the framework. Fragments and files stay plain. */
export function AppLink({ href, ...rest }: LinkProps) {
  if (!href.startsWith("/") || rest.download !== undefined) return <a href={href} {...rest} />;
  return <Link to={href} {...rest} />;
}
