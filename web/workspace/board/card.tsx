import { Link } from '@tanstack/react-router';
import type { TicketRow } from '#shared/ticket.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { Avatar } from '#web/ui/marks/person.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';

type Props = { ticket: TicketRow; onFocus(): void; draggable?: boolean };

/** A ticket on a board. Where it can be dragged, the keyboard does the same by `a` and `s`. */
export function Card({ ticket, onFocus, draggable = false }: Props) {
  const { key, kind, title, client, priority, clock, assignee, unread } = ticket;
  return (
    <li>
      <Link
        to="/tickets/$key"
        params={{ key }}
        className="f-card"
        data-card={ticket.id}
        draggable={draggable}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', ticket.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onFocus={onFocus}
      >
        <span className="f-card-line f-dim">
          <KindIcon kind={kind} size={14} />
          <span>{key}</span>
          <bdi className="f-cut">{client.name}</bdi>
        </span>
        <bdi className="f-card-title" data-unread={unread || undefined}>
          {title}
        </bdi>
        <span className="f-card-line">
          <PriorityMark priority={priority} />
          <SlaRing clock={clock} />
          {assignee && <Avatar name={assignee.name} label={assignee.name} />}
        </span>
      </Link>
    </li>
  );
}
