import type { TicketRow } from '#shared/ticket.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { PersonChip } from '#web/ui/marks/person.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { useStatusName } from '../desk/names.ts';
import { TitleCell } from './title-cell.tsx';

/** The columns of the queue. On a narrow screen the key moves below the title and the rest steps aside. */
export function useQueueColumns(): readonly Column<TicketRow>[] {
  const statusName = useStatusName();
  return [
    {
      key: 'key',
      title: 'Key',
      width: '116px',
      from: 860,
      cell: ({ key, kind }) => (
        <span className="f-key">
          <KindIcon kind={kind} />
          <span className="f-cut">{key}</span>
        </span>
      ),
    },
    { key: 'title', title: 'Title', width: 'minmax(140px, 3fr)', cell: (ticket) => <TitleCell ticket={ticket} /> },
    {
      key: 'client',
      title: 'Client',
      width: 'minmax(90px, 1fr)',
      from: 900,
      cell: ({ client }) => <bdi>{client.name}</bdi>,
    },
    {
      key: 'requester',
      title: 'Requester',
      width: 'minmax(100px, 1fr)',
      from: 1240,
      cell: ({ requester }) => <PersonChip name={requester?.name} vip={requester?.vip ?? false} nobody="Unknown" />,
    },
    {
      key: 'priority',
      title: 'Priority',
      width: '58px',
      sort: 'priority',
      cell: ({ priority }) => <PriorityMark priority={priority} />,
    },
    { key: 'sla', title: 'SLA', width: '88px', sort: 'due', cell: ({ clock }) => <SlaRing clock={clock} /> },
    {
      key: 'status',
      title: 'Status',
      width: '138px',
      from: 600,
      cell: (ticket) => <StatusBadge name={statusName(ticket)} category={ticket.statusCategory} />,
    },
    {
      key: 'assignee',
      title: 'Assignee',
      width: 'minmax(90px, 1fr)',
      from: 780,
      cell: ({ assignee, team }) => <PersonChip name={assignee?.name} nobody={team?.name ?? 'Nobody'} />,
    },
    {
      key: 'updated',
      title: 'Updated',
      width: '64px',
      sort: 'updated',
      from: 720,
      align: 'end',
      cell: ({ updatedAt }) => <TimeAgo at={updatedAt} />,
    },
  ];
}
