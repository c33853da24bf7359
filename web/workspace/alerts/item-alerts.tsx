import { useGet } from '#web/api/use.ts';
import { Section } from '#web/ui/form/section.tsx';
import { useCan } from '../session/me.ts';
import { AlertLines } from './lines.tsx';
import { useAlertNews } from './use-alert-news.ts';

/** What was alerted of an item, the latest first. */
export function ItemAlerts({ itemId }: { itemId: string }) {
  const may = useCan()('alert.read');
  const { data, refetch } = useGet('GET /alerts', { query: { itemId, limit: 10 } }, { enabled: may });
  useAlertNews(() => may && refetch());
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Alerts">
      <AlertLines alerts={data.items} />
    </Section>
  );
}
