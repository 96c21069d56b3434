/** "3/7" with a small bar, for a table cell. `label` says the same in words for readers who hear the page. */
export function MiniProgress({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <span className="inline-flex items-center gap-2.5" title={label}>
      <progress className="progress w-14" value={value} max={Math.max(max, 1)} aria-label={label} />
      <span className="tabular" aria-hidden="true">
        {value}/{max}
      </span>
    </span>
  );
}
