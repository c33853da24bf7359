import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ClientView } from '#shared/client.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { clockIn } from '#web/ui/marks/place-and-day.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import type { Column } from '#web/ui/table/columns.ts';
import './clients.css';

function LocalTime({ timeZone }: { timeZone: string }) {
  const now = useNow();
  const { language } = useReader();
  return (
    <span className="f-cut" data-tip={timeZone}>
      {clockIn(timeZone, now, language)}{' '}
      <span className="f-dim">{timeZone.split('/').at(-1)?.replaceAll('_', ' ')}</span>
    </span>
  );
}

export const CLIENT_COLUMNS: readonly Column<ClientView>[] = [
  { key: 'code', title: 'Code', width: '84px', cell: ({ code }) => <span className="f-mono f-dim">{code}</span> },
  {
    key: 'name',
    title: 'Name',
    width: 'minmax(140px, 3fr)',
    cell: ({ id, name, active, kind }) => (
      <span className="f-row-name">
        <Link to="/clients/$id" params={{ id }} className="f-cut" tabIndex={-1}>
          <bdi>{name}</bdi>
        </Link>
        {kind === 'internal' && <Badge color="gray">Your company</Badge>}
        {!active && <Badge color="gray">Inactive</Badge>}
      </span>
    ),
  },
  {
    key: 'group',
    title: 'Group',
    width: 'minmax(100px, 1fr)',
    from: 560,
    cell: ({ group }) => <span className="f-cut">{group?.name ?? <span className="f-dim">None</span>}</span>,
  },
  {
    key: 'time',
    title: 'Local time',
    width: 'minmax(130px, 1fr)',
    from: 700,
    cell: ({ timeZone }) => <LocalTime timeZone={timeZone} />,
  },
  {
    key: 'country',
    title: 'Country',
    width: '72px',
    from: 860,
    cell: ({ country }) => country || <span className="f-dim">–</span>,
  },
];
