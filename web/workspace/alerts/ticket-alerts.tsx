import { useGet } from '#web/api/use.ts';
import { useCan } from '../session/me.ts';
import { AlertLines } from './lines.tsx';
import { useAlertNews } from './use-alert-news.ts';

/** The alerts that a ticket is about: those that stand for themselves, with how many each explains. */
export function TicketAlerts({ ticketId }: { ticketId: string }) {
  const may = useCan()('alert.read');
  const { data, refetch } = useGet('GET /alerts', { query: { ticketId, grouped: true, limit: 20 } }, { enabled: may });
  useAlertNews(() => may && refetch());
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label="Alerts">
      <h2>Alerts</h2>
      <AlertLines alerts={data.items} />
    </section>
  );
}
