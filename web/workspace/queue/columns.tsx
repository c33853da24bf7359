import { useMemo } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { useStatusName } from '../desk/names.ts';
import { Owner } from './owner.tsx';
import { NarrowTitle, TitleCell } from './title-cell.tsx';

const NARROW = 560;

/** Columns that everybody sees who has chosen no others. */
export const USUAL = ['key', 'title', 'client', 'requester', 'priority', 'sla', 'status', 'assignee', 'updated'];

/** Every column the queue can show. On a narrow screen the key moves below the title and the rest steps aside. */
export function useAllColumns(): readonly Column<TicketRow>[] {
  const statusName = useStatusName();
  return useMemo(
    () => [
      {
        key: 'key',
        title: 'Key',
        width: '128px',
        from: 820,
        cell: ({ key, kind }) => (
          <span className="f-key">
            <KindIcon kind={kind} />
            <span className="f-cut">{key}</span>
          </span>
        ),
      },
      {
        key: 'title',
        title: 'Title',
        width: 'minmax(140px, 3fr)',
        cell: (ticket) => <TitleCell ticket={ticket} />,
        narrow: (ticket) => <NarrowTitle ticket={ticket} status={statusName(ticket)} />,
      },
      {
        key: 'client',
        title: 'Client',
        width: 'minmax(90px, 1fr)',
        from: 960,
        cell: ({ client }) => <bdi>{client.name}</bdi>,
      },
      {
        key: 'requester',
        title: 'Requester',
        width: 'minmax(110px, 1.1fr)',
        from: 1240,
        cell: ({ requester }) => <PersonChip name={requester?.name} vip={requester?.vip ?? false} nobody="Unknown" />,
      },
      {
        key: 'priority',
        title: 'Priority',
        width: (table) => (table < NARROW ? '16px' : '56px'),
        sort: 'priority',
        cell: ({ priority }) => <PriorityMark priority={priority} />,
      },
      {
        key: 'sla',
        title: 'SLA',
        width: (table) => (table < NARROW ? '78px' : '88px'),
        sort: 'due',
        cell: ({ clock }) => <SlaRing clock={clock} />,
      },
      {
        key: 'status',
        title: 'Status',
        width: '142px',
        from: 700,
        cell: (ticket) => <StatusBadge name={statusName(ticket)} category={ticket.statusCategory} />,
      },
      {
        key: 'assignee',
        title: 'Assignee',
        width: 'minmax(146px, 1.1fr)',
        from: 860,
        cell: (ticket) => <Owner ticket={ticket} />,
      },
      {
        key: 'team',
        title: 'Team',
        width: 'minmax(90px, 1fr)',
        from: 1040,
        cell: ({ team }) => (team ? <bdi>{team.name}</bdi> : <span className="f-dim">No team</span>),
      },
      {
        key: 'created',
        title: 'Raised',
        width: '88px',
        sort: 'created',
        from: 1040,
        align: 'end',
        cell: ({ createdAt }) => <TimeAgo at={createdAt} />,
      },
      {
        key: 'due',
        title: 'Due',
        width: '124px',
        sort: 'due',
        from: 1100,
        cell: ({ dueAt }) => (dueAt ? <TimeAgo at={dueAt} long /> : <span className="f-dim">–</span>),
      },
      {
        key: 'source',
        title: 'Came by',
        width: '88px',
        from: 1100,
        cell: ({ source }) => <span>{source.replaceAll('_', ' ')}</span>,
      },
      {
        key: 'updated',
        title: 'Updated',
        width: '88px',
        sort: 'updated',
        from: 1040,
        align: 'end',
        cell: ({ updatedAt }) => <TimeAgo at={updatedAt} />,
      },
    ],
    [statusName],
  );
}
