import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EstateItemRow, ItemSort } from '#shared/estate.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { daysUntil, untilWords } from './until-words.ts';
import { STATE_COLOURS, STATE_WORDS, shortDay, whatItIs } from './words.ts';

/** Where an item stands in its life; deployed, the usual, is not said. */
export function StateBadge({ state, always }: { state: EstateItemRow['state']; always?: boolean }) {
  if (state === 'deployed' && !always) return null;
  return <Badge color={STATE_COLOURS[state]}>{STATE_WORDS[state]}</Badge>;
}

/** Whether an item answers, in words and a sign, not by colour alone. */
export function Online({ online }: { online: boolean | null }) {
  if (online === null) return null;
  return (
    <span className="f-online" data-on={online}>
      {online ? 'On' : 'Off'}
    </span>
  );
}

const name = (item: EstateItemRow) => (
  <span className="f-table-title">
    <span className="f-row-name">
      <Link to="/estate/$id" params={{ id: item.id }} className="f-cut" tabIndex={-1}>
        <bdi>{item.name}</bdi>
      </Link>
      <StateBadge state={item.state} />
    </span>
    <bdi className="f-dim f-cut">{whatItIs(item)}</bdi>
  </span>
);

/** Columns that everybody sees who has chosen no others. */
const USUAL = ['name', 'client', 'user', 'serial', 'warranty', 'online', 'seen'];

const COLUMNS: readonly Column<EstateItemRow>[] = [
  {
    key: 'name',
    title: 'Name',
    sort: 'name',
    ascending: true,
    width: 'minmax(180px, 3fr)',
    cell: name,
    narrow: (item) => (
      <span className="f-table-title">
        {name(item)}
        <span className="f-table-note">
          <bdi className="f-dim f-cut">{item.client.name}</bdi>
          <Online online={item.online} />
        </span>
      </span>
    ),
  },
  {
    key: 'client',
    title: 'Client',
    width: 'minmax(120px, 2fr)',
    from: 560,
    cell: ({ client, site }) => (
      <span className="f-table-title">
        <bdi className="f-cut">{client.name}</bdi>
        {site && <bdi className="f-dim f-cut">{site.name}</bdi>}
      </span>
    ),
  },
  {
    key: 'class',
    title: 'Class',
    width: 'minmax(100px, 1fr)',
    from: 700,
    sort: 'class',
    ascending: true,
    cell: ({ className }) => <bdi className="f-cut">{className}</bdi>,
  },
  {
    key: 'state',
    title: 'State',
    width: '124px',
    from: 700,
    cell: ({ state }) => <StateBadge state={state} always />,
  },
  {
    key: 'user',
    title: 'User',
    width: 'minmax(110px, 1.5fr)',
    from: 820,
    cell: ({ contact, lastUser }) => <bdi className="f-cut">{contact?.name ?? lastUser}</bdi>,
  },
  {
    key: 'serial',
    title: 'Serial number',
    width: '150px',
    from: 1000,
    cell: ({ serial, assetTag }) => (
      <span className="f-table-title">
        <bdi className="f-cut">{serial}</bdi>
        {assetTag && <bdi className="f-dim f-cut">{assetTag}</bdi>}
      </span>
    ),
  },
  {
    key: 'warranty',
    title: 'Warranty',
    sort: 'warranty',
    ascending: true,
    width: '130px',
    from: 1160,
    cell: ({ warrantyUntil, purchasedOn }) => (
      <span className="f-table-title">
        <span className="f-cut">{warrantyUntil && untilWords(daysUntil(warrantyUntil, Date.now()))}</span>
        {purchasedOn && <span className="f-dim f-cut">Bought {shortDay(purchasedOn)}</span>}
      </span>
    ),
  },
  { key: 'online', title: 'Now', width: '64px', from: 640, cell: ({ online }) => <Online online={online} /> },
  {
    key: 'seen',
    title: 'Last seen',
    sort: 'seen',
    width: '120px',
    from: 760,
    cell: ({ lastSeenAt }) => (lastSeenAt ? <TimeAgo at={lastSeenAt} /> : <span className="f-dim">Never</span>),
  },
];

/** What the list of the estate can look like. */
export const LOOK = {
  ...{ preference: 'estateColumns', all: COLUMNS, usual: USUAL, always: 'name' },
  rowHeights: { compact: 52, comfortable: 60 },
};

/** The orders that it can stand in, in words. */
export const SORTS: readonly { value: ItemSort; label: string }[] = [
  { value: 'name', label: 'Name' },
  { value: 'class', label: 'Class, then name' },
  { value: 'seen', label: 'Seen last' },
  { value: 'warranty', label: 'Warranty ends first' },
];
