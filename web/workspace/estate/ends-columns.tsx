import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Item } from '#web/api/client.ts';
import { useNow } from '#web/ui/marks/now.ts';
import type { Column } from '#web/ui/table/columns.ts';
import { daysUntil, untilWords } from './until-words.ts';
import { valueWords } from './words.ts';

export type End = Item<'GET /item-ends'>;

/** From when on an end is near where its class does not say. */
const NEAR_DAYS = 30;

/** How far away an end is, in words; a badge where it is over or near. */
function Until({ end: { on, remindDays } }: { end: End }) {
  const days = daysUntil(on, useNow());
  if (days < 0) return <Badge color="red">{untilWords(days)}</Badge>;
  if (days <= (remindDays ?? NEAR_DAYS)) return <Badge color="yellow">{untilWords(days)}</Badge>;
  return <span>{untilWords(days)}</span>;
}

const Ticket = ({ end: { ticket, remindDays } }: { end: End }) =>
  ticket ? (
    <Link to="/tickets/$key" params={{ key: ticket.key }} tabIndex={-1}>
      {ticket.key}
    </Link>
  ) : (
    <span className="f-dim">{remindDays === null ? 'None is opened' : `${remindDays} days before`}</span>
  );

const what = ({ item, name }: End) => (
  <span className="f-table-title">
    <Link to="/estate/$id" params={{ id: item.id }} className="f-cut" tabIndex={-1}>
      <bdi>{item.name}</bdi>
    </Link>
    <bdi className="f-dim f-cut">
      {item.className} · {name}
    </bdi>
  </span>
);

export const ENDS_COLUMNS: readonly Column<End>[] = [
  {
    key: 'what',
    title: 'What',
    width: 'minmax(160px, 3fr)',
    cell: what,
    narrow: (end) => (
      <span className="f-table-title">
        {what(end)}
        <span className="f-table-note">
          <Until end={end} />
          <bdi className="f-dim f-cut">{end.client.name}</bdi>
          {end.ticket && <Ticket end={end} />}
        </span>
      </span>
    ),
  },
  {
    key: 'client',
    title: 'Client',
    width: 'minmax(110px, 2fr)',
    from: 560,
    cell: ({ client }) => <bdi className="f-cut">{client.name}</bdi>,
  },
  { key: 'until', title: 'Ends', width: '140px', from: 560, cell: (end) => <Until end={end} /> },
  {
    key: 'day',
    title: 'Day',
    width: '210px',
    from: 900,
    cell: ({ on }) => <span>{valueWords(on, 'date', null)}</span>,
  },
  { key: 'ticket', title: 'Ticket', width: '120px', from: 700, cell: (end) => <Ticket end={end} /> },
];
