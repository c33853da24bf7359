import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { Section } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

/** The tickets that are about an item, the open ones first. */
export function ItemTickets({ id }: { id: string }) {
  const { data } = useGet('GET /items/{id}/tickets', { params: { id } });
  return (
    <Section title="Tickets">
      {data && data.items.length === 0 && <p className="f-dim">No ticket is about it.</p>}
      <ul className="f-lines">
        {data?.items.map((one) => (
          <li key={one.id}>
            <Link to="/tickets/$key" params={{ key: one.key }} className="f-cut">
              {one.key} <bdi>{one.title}</bdi>
            </Link>
            <span className="f-dim">
              {one.isOpen ? 'open' : 'done'} · <TimeAgo at={one.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
