import './feedback.css';
import { ui } from '../words/words.ts';

const WIDTHS = [72, 54, 84, 63, 78, 48, 69, 58];

/** Lines of text to come, in their final height. */
export function SkeletonLines({ lines = 3, label = ui('ui.loading') }: { lines?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="f-skeleton">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} style={{ width: `${WIDTHS[line % WIDTHS.length]}%` }} />
      ))}
    </div>
  );
}

/** Rows of a table to come, in their final height. */
export function SkeletonRows({ rows = 12, label = ui('ui.loading') }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="f-skeleton-rows">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row}>
          <span style={{ width: 64 }} />
          <span style={{ width: `${(WIDTHS[row % WIDTHS.length] ?? 60) / 2}%` }} />
          <span style={{ width: 96, marginLeft: 'auto' }} />
        </div>
      ))}
    </div>
  );
}
