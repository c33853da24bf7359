import { SegmentedControl } from '@mantine/core';
import type { QueueState } from './use-filter.ts';

const WAYS = [
  { value: 'list', label: 'List' },
  { value: 'board', label: 'Board' },
];

/** The same tickets as a list or as a board: views, filter and search go along. */
export function ShownAs({ by, show }: Pick<QueueState, 'by'> & { show(next: Partial<QueueState>): unknown }) {
  return (
    <SegmentedControl
      aria-label="Shown as"
      data={WAYS}
      value={by ? 'board' : 'list'}
      onChange={(way) => void show({ by: way === 'board' ? 'status' : null })}
    />
  );
}
