import type { PageTemplate } from "./page-template";
import { Recent } from "./recent";

/** Bytes of all pages that are kept, in each process; packed ones are there once more, at about a quarter. */
export const ROOM = 4 * 1024 * 1024;
/** Tags that were seen once and may come again. */
const SEEN = 5_000;

/** A page that was drawn, and the headers that came with it. */
export type KeptPage = { template: PageTemplate; headers: [string, string][] };

/** Drawn pages by the tag of all that they show. */
export class PageCache {
  #kept = new Recent<KeptPage>(ROOM, ({ template }) => template.size);
  #seen = new Set<string>();

  get(tag: string): KeptPage | undefined {
    return this.#kept.get(tag);
  }

  /**
   * Keeps a page that comes a second time: most come once, and would only drive out those that come often. So would
   * one that there is no room for.
   */
  offer(tag: string, page: KeptPage): void {
    if (page.template.size > ROOM) return;
    if (this.#seen.delete(tag)) {
      this.#kept.set(tag, page);
      return;
    }
    if (this.#seen.size >= SEEN) this.#seen.clear();
    this.#seen.add(tag);
  }
}
