import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { Owner } from './owner.tsx';
import { TagChips } from './tag-chips.tsx';

/**
 * A ticket's title with the unread dot, and below it the last thing that was said, or how the report begins. A plain link:
 * a list draws hundreds of them, and the router's own watch the address.
 */
export function TitleCell({ ticket }: { ticket: TicketRow }) {
  return (
    <div className="f-title-cell" data-unread={ticket.unread || undefined}>
      <TitleLink ticket={ticket} />
      <span className="f-title-note">
        <Whose ticket={ticket} />
        <TagChips tags={ticket.tags} most={2} />
        <Last ticket={ticket} />
      </span>
    </div>
  );
}

/** The same on a phone, which has no room for columns: a third line says how it stands, who has it, and its tags. */
export function NarrowTitle({ ticket, status }: { ticket: TicketRow; status: string }) {
  return (
    <div className="f-title-cell" data-unread={ticket.unread || undefined}>
      <TitleLink ticket={ticket} />
      <span className="f-title-note">
        <Whose ticket={ticket} />
        <Last ticket={ticket} />
      </span>
      <span className="f-title-state">
        <StatusBadge name={status} category={ticket.statusCategory} />
        <Owner ticket={ticket} />
        <TagChips tags={ticket.tags} most={1} />
      </span>
    </div>
  );
}

function TitleLink({ ticket: { title, key, unread } }: { ticket: TicketRow }) {
  const navigate = useNavigate();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ to: '/tickets/$key', params: { key } });
  };
  return (
    <a href={`/tickets/${key}`} className="f-title-link" tabIndex={-1} onClick={open}>
      {unread && <span className="f-hidden">Unread: </span>}
      <bdi className="f-cut">{title}</bdi>
    </a>
  );
}

function Whose({ ticket: { key, client, lastMessage, opening } }: { ticket: TicketRow }) {
  return (
    <span className="f-title-key">
      {key} · <bdi>{client.name}</bdi>
      {(lastMessage || opening) && ' · '}
    </span>
  );
}

function Last({ ticket: { lastMessage, opening } }: { ticket: TicketRow }) {
  if (!lastMessage) return <bdi className="f-cut">{opening}</bdi>;
  return (
    <bdi className="f-cut">
      {lastMessage.by}: {lastMessage.text}
    </bdi>
  );
}
