import type { TicketRow } from '#shared/ticket.ts';
import { PersonChip } from '#web/ui/marks/person.tsx';

/** Who has a ticket; somebody who is gone is marked, because they will not work it. */
export function Assignee({ assignee, nobody }: Pick<TicketRow, 'assignee'> & { nobody?: string }) {
  return (
    <>
      <PersonChip name={assignee?.name} {...(nobody ? { nobody } : {})} away={Boolean(assignee?.gone)} />
      {assignee?.gone && (
        <span className="f-dim">{assignee.gone === 'left' ? 'has left' : 'not for this client any more'}</span>
      )}
    </>
  );
}
