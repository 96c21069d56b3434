/** What a page saw of its own start: milliseconds since the request was sent, and the sum of layout shifts. */
export type Seen = {
  /** When the browser had the first of the page; `responseStart` does not know of an emulated network. */
  begun: number;
  fcp: number;
  lcp: number;
  cls: number;
  /** Sum of what each long task took beyond 50 ms. */
  blocked: number;
  /** When the form with its button stood on a painted page. */
  usable: number;
  /** When React had taken the form over. */
  hydrated: number;
};

/** Runs inside the page, before anything of its own; must not use anything from outside. */
export function watchPage(): void {
  const seen: Seen = { begun: performance.now(), fcp: 0, lcp: 0, cls: 0, blocked: 0, usable: 0, hydrated: 0 };
  Object.assign(window, { seen });
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") seen.fcp = entry.startTime;
  });
  observe("largest-contentful-paint", (entry) => {
    seen.lcp = entry.startTime;
  });
  observe("layout-shift", (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) seen.cls += shift.value;
  });
  observe("longtask", (entry) => {
    seen.blocked += Math.max(0, entry.duration - 50);
  });
  const look = () => {
    const button = document.querySelector("main form button[value=next]");
    const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
    if (!seen.usable && button && painted) seen.usable = performance.now();
    if (button && Object.keys(button).some((key) => key.startsWith("__react"))) {
      seen.hydrated = performance.now();
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
