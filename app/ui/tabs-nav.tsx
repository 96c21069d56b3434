import { Link } from "./link";

export type TabItem = { href: string; label: string; current?: boolean; count?: number };

/** Neighbouring pages of one thing: plain links, the current one marked. */
export function TabsNav({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="tabs-nav print-hidden">
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.label}
              {item.count === undefined ? null : <span className="tabs-count">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
