import { Link } from '@tanstack/react-router';
import type { TicketRefView } from '#shared/ticket.ts';

/** In the place of the box to write in: where the conversation goes on. */
export function Merged({ into }: { into: TicketRefView }) {
  return (
    <p className="f-composer f-composer-elsewhere">
      Merged into{' '}
      <Link to="/tickets/$key" params={{ key: into.key }}>
        {into.key} <bdi>{into.title}</bdi>
      </Link>
      . What is to be said is said there.
    </p>
  );
}
