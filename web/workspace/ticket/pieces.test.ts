import { expect, test } from 'vitest';
import type { TimelineEntry } from '#shared/ticket.ts';
import { piecesOf } from './pieces.ts';

const entry = (id: string, at: string, said = false) =>
  ({ id, at, message: said ? { id } : null }) as unknown as TimelineEntry;
const dayOf = ({ at }: TimelineEntry) => at.slice(0, 10);

test('what happened between two messages is one piece, and a new day is named once', () => {
  const pieces = piecesOf(
    [
      entry('a', '2026-11-24T09'),
      entry('b', '2026-11-24T10'),
      entry('c', '2026-11-24T11', true),
      entry('d', '2026-11-25T09', true),
      entry('e', '2026-11-25T10', true),
      entry('f', '2026-11-25T11'),
      entry('g', '2026-11-26T11'),
      entry('h', '2026-11-26T12', true),
    ],
    '2026-11-24',
    dayOf,
  );
  expect(pieces.flatMap((piece) => (piece.kind === 'events' ? piece.later : []))).toEqual(['g']);
  expect(
    pieces.map((piece) =>
      piece.kind === 'day' ? piece.name : piece.kind === 'message' ? piece.entry.id : piece.entries.map(({ id }) => id),
    ),
  ).toEqual([['a', 'b'], 'c', '2026-11-25', 'd', 'e', ['f', 'g'], '2026-11-26', 'h']);
});
