import type { OutageView } from '#shared/service.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../session/me.ts';

type Choice = { value: string; label: string };
const SHOWN = 100;

/** What an outage at a client may have to do with: its newest alerts and announcements, and those that are linked already. */
export function useAround(
  clientId: string,
  outage: OutageView | null,
): { alerts: readonly Choice[]; announcements: readonly Choice[] } {
  const can = useCan();
  const query = { clientId, limit: SHOWN };
  const alerts = useGet('GET /alerts', { query }, { enabled: can('alert.read') });
  const announcements = useGet('GET /announcements', { query });
  return {
    alerts: choices(outage?.alerts ?? [], alerts.data?.items ?? []),
    announcements: choices(outage?.announcements ?? [], announcements.data?.items ?? []),
  };
}

type Named = { readonly id: string; readonly title: string };
const choices = (linked: readonly Named[], known: readonly Named[]): Choice[] => [
  ...new Map([...linked, ...known].map(({ id, title }) => [id, { value: id, label: title }])).values(),
];
