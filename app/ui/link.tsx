import { type AnchorHTMLAttributes, type ComponentType, createContext, useContext } from "react";

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

const LinkComponent = createContext<ComponentType<LinkProps> | "a">("a");

/**
 * The app's root may hand in the framework's link; without it every link is a plain anchor.
 * So no shared part imports the framework.
 */
export const LinkProvider = LinkComponent.Provider;

/** A link inside the app. It has no look of its own; add the class "link" for running text. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkComponent);
  return <Component {...props} />;
}
