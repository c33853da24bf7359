/** How much somebody carries of what they can: a bar beside the numbers. */
export function Load({ open, capacity }: { open: number; capacity: number }) {
  const share = capacity === 0 ? (open > 0 ? 1 : 0) : Math.min(1, open / capacity);
  return (
    <span className="f-load" data-full={open > capacity || undefined} data-tip={`${open} open of ${capacity}`}>
      <span className="f-load-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {open}/{capacity}
      <span className="f-hidden"> open tickets of the capacity</span>
    </span>
  );
}
