import { expect, test } from 'vitest';
import type { TimelineEntry } from '#shared/ticket.ts';
import { dayName } from '#web/ui/marks/place-and-day.ts';
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
      entry('h', '2026-11-27T12', true),
    ],
    '2026-11-24',
    dayOf,
  );
  expect(pieces.flatMap((piece) => (piece.kind === 'events' ? piece.later : []))).toEqual(['g']);
  expect(
    pieces.map((piece) =>
      piece.kind === 'day' ? piece.name : piece.kind === 'message' ? piece.entry.id : piece.entries.map(({ id }) => id),
    ),
  ).toEqual([['a', 'b'], 'c', '2026-11-25', 'd', 'e', ['f', 'g'], '2026-11-27', 'h']);
});

const auckland = { timeZone: 'Pacific/Auckland', language: 'en-GB' };
const kiritimati = { timeZone: 'Pacific/Kiritimati', language: 'en-GB' };
test.each([
  ['half past eleven at night', '2026-11-25T10:30:00.000Z', auckland],
  ['half past midnight', '2026-11-24T11:30:00.000Z', auckland],
  ['half past eleven at night', '2026-11-25T09:30:00.000Z', kiritimati],
  ['half past midnight', '2026-11-24T10:30:00.000Z', kiritimati],
])('at %s what happened today stands below “Today”, even where what came before it goes on', (_, now, reader) => {
  const hours = (count: number) => new Date(Date.parse(now) - count * 3_600_000).toISOString();
  const entries = [entry('a', hours(47)), entry('b', hours(24)), entry('c', hours(24)), entry('d', now)];
  const nameOf = ({ at }: TimelineEntry) => dayName(at, Date.parse(now), reader);
  const pieces = piecesOf(entries, dayName(hours(47), Date.parse(now), reader), nameOf);
  expect(
    pieces.slice(-2).map((piece) => (piece.kind === 'events' ? piece.entries.map(({ id }) => id) : piece)),
  ).toEqual([{ kind: 'day', name: 'Today' }, ['d']]);
});
