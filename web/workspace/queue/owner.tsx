import type { TicketRow } from '#shared/ticket.ts';
import { IconUsers } from '#web/ui/icons.ts';
import { Assignee } from '../ticket/assignee.tsx';

/** Who has a ticket: a person; the team where it is nobody’s in particular yet; or nobody at all. */
export function Owner({ ticket: { assignee, team } }: { ticket: Pick<TicketRow, 'assignee' | 'team'> }) {
  if (assignee || !team) return <Assignee assignee={assignee} nobody="Unassigned" />;
  return (
    <span className="f-person f-dim">
      <IconUsers size={20} stroke={1.3} className="f-icon" aria-hidden="true" />
      <span className="f-cut">
        Team: <bdi>{team.name}</bdi>
      </span>
    </span>
  );
}
