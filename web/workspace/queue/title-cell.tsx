import { Link } from '@tanstack/react-router';
import type { TicketRow } from '#shared/ticket.ts';

/** A ticket's title with the unread dot, and below it the last thing that was said. */
export function TitleCell({ ticket }: { ticket: TicketRow }) {
  const { title, key, unread, lastMessage, tags } = ticket;
  return (
    <div className="f-title-cell" data-unread={unread || undefined}>
      <Link to="/tickets/$key" params={{ key }} className="f-title-link f-cut" tabIndex={-1}>
        {unread && <span className="f-hidden">Unread: </span>}
        <bdi>{title}</bdi>
      </Link>
      <span className="f-title-note f-cut">
        <span className="f-title-key">{key} · </span>
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
          <span>No messages yet</span>
        )}
      </span>
    </div>
  );
}
