import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { TicketRow } from '#shared/ticket.ts';

/**
 * A ticket's title with the unread dot, and below it the last thing that was said, or how the report begins. A plain link:
 * a list draws hundreds of them, and the router's own watch the address.
 */
export function TitleCell({ ticket }: { ticket: TicketRow }) {
  const { title, key, unread, lastMessage, opening, tags, client } = ticket;
  const navigate = useNavigate();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ to: '/tickets/$key', params: { key } });
  };
  return (
    <div className="f-title-cell" data-unread={unread || undefined}>
      <a href={`/tickets/${key}`} className="f-title-link f-cut" tabIndex={-1} onClick={open}>
        {unread && <span className="f-hidden">Unread: </span>}
        <bdi>{title}</bdi>
      </a>
      <span className="f-title-note f-cut">
        <span className="f-title-key">
          {key} · <bdi>{client.name}</bdi>
          {(lastMessage || opening) && ' · '}
        </span>
        {tags.slice(0, 2).map((tag) => (
          <span key={tag} className="f-tag">
            {tag}
          </span>
        ))}
        {lastMessage ? (
          <bdi>
            {lastMessage.by}: {lastMessage.text}
          </bdi>
        ) : (
          <bdi>{opening}</bdi>
        )}
      </span>
    </div>
  );
}
