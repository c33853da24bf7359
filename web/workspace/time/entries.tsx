import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sayMinutes } from '#kernel/minutes.ts';
import type { SheetEntry, SheetQuery } from '#shared/time.ts';
import { useGet } from '#web/api/use.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { timeOfDay } from '#web/ui/marks/time.ts';
import { coverWords } from './cover-words.ts';
import { EntryTools } from './entry-tools.tsx';
import { STATE_COLOURS, STATE_WORDS } from './words.ts';

type Props = {
  entries: readonly SheetEntry[];
  /** The timesheet that they stand on, whose coverage is told. */
  of: SheetQuery;
  onEdit(entry: SheetEntry): void;
  /** Stands before each line, such as a tick box. */
  before?: (entry: SheetEntry) => ReactNode;
};

/** Recorded time, a line each: on what, how long, of what kind, where it stands, and what is odd about it. */
export function TimeEntries({ entries, of, onEdit, before }: Props) {
  const { data } = useGet('GET /time/coverage', { query: of });
  const covers = new Map((data?.items ?? []).map((cover) => [cover.entryId, coverWords(cover)]));
  return (
    <ul className="f-lines">
      {entries.map((entry) => (
        <li key={entry.id} className="f-time-entry">
          {before?.(entry)}
          <strong className="f-time-long">{sayMinutes(entry.minutes)}</strong>
          <EntryWords entry={entry} cover={covers.get(entry.id)} />
          {entry.state !== 'open' && (
            <Badge variant="light" color={STATE_COLOURS[entry.state]}>
              {STATE_WORDS[entry.state]}
            </Badge>
          )}
          <EntryTools entry={entry} ticketKey={entry.ticket.key} onEdit={() => onEdit(entry)} />
        </li>
      ))}
    </ul>
  );
}

function EntryWords({ entry, cover }: { entry: SheetEntry; cover: string | undefined }) {
  const reader = useReader();
  const { ticket, client, workType, note, startedAt, workedAt, billable, overlaps, returnedBecause } = entry;
  return (
    <div className="f-grow">
      <Link to="/tickets/$key" params={{ key: ticket.key }}>
        {ticket.key} <bdi>{ticket.title}</bdi>
      </Link>
      {note && <bdi className="f-time-said">{note}</bdi>}
      <div className="f-dim">
        <bdi>{client.name}</bdi>
        {workType && ` · ${workType.name}`}
        {startedAt && ` · ${timeOfDay(startedAt, reader)}–${timeOfDay(workedAt, reader)}`}
        {!billable && ' · not billable'}
        {cover && ` · ${cover}`}
        {overlaps.length > 0 && ' · at the same time as another'}
      </div>
      {returnedBecause && <p className="f-time-returned">Returned: {returnedBecause}</p>}
    </div>
  );
}
