import type { PageTemplate } from "./page-template";

/** Bytes of all pages that are kept, in each process; packed ones are there once more, at about a quarter. */
export const ROOM = 4 * 1024 * 1024;
/** Tags that were seen once and may come again. */
const SEEN = 5_000;

/** A page that was drawn, and the headers that came with it. */
export type KeptPage = { template: PageTemplate; headers: [string, string][] };

/** Drawn pages by the tag of all that they show; what was asked for last stands last. */
export class PageCache {
  #kept = new Map<string, KeptPage>();
  #seen = new Set<string>();
  #size = 0;

  get(tag: string): KeptPage | undefined {
    const page = this.#kept.get(tag);
    if (!page) return undefined;
    this.#kept.delete(tag);
    this.#kept.set(tag, page);
    return page;
  }

  /**
   * Keeps a page that comes a second time: most come once, and would only drive out those that come often. So would
   * one that there is no room for.
   */
  offer(tag: string, page: KeptPage): void {
    if (page.template.size > ROOM) return;
    if (!this.#seen.delete(tag)) {
      if (this.#seen.size >= SEEN) this.#seen.clear();
      this.#seen.add(tag);
      return;
    }
    this.#drop(tag);
    this.#kept.set(tag, page);
    this.#size += page.template.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= ROOM) break;
      this.#drop(oldest);
    }
  }

  #drop(tag: string): void {
    this.#size -= this.#kept.get(tag)?.template.size ?? 0;
    this.#kept.delete(tag);
  }
}
