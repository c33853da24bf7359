import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../session/me.ts';
import { AlertBadge } from './marks.tsx';
import './alerts.css';

/** The alerts that a ticket is about: those that stand for themselves, with how many each explains. */
export function TicketAlerts({ ticketId }: { ticketId: string }) {
  const may = useCan()('alert.read');
  const { data } = useGet('GET /alerts', { query: { ticketId, grouped: true, limit: 20 } }, { enabled: may });
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label="Alerts">
      <h2>Alerts</h2>
      <ul className="f-related">
        {data.items.map((one) => (
          <li key={one.id}>
            <Link to="/alerts/$id" params={{ id: one.id }}>
              <bdi className="f-cut">{one.title}</bdi>
              <AlertBadge alert={one} />
            </Link>
            {one.explains > 0 && <p className="f-dim">explains {one.explains.toLocaleString('en')} more</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
