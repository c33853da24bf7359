import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import { type AlertReading, type AlertSource, decideDue, takeAlerts } from '#server/practices/monitoring/index.ts';
import type { Desk } from './desk.ts';

const BEGIN = Date.parse('2026-11-02T08:00:00.000Z');

/** A desk with a monitoring system and a clock of its own, for tests. */
export async function monitored(desk: Desk) {
  let second = 0;
  const at = (of = second) => new Date(BEGIN + of * 1000).toISOString();
  Object.assign(desk.services, { now: () => at() });
  const { acme, birch, msp } = await desk.run(async (ctx) => {
    const msp = await createClient(ctx, { name: 'Harbour', code: 'MSP', timeZone: 'UTC' });
    await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', msp).execute();
    return {
      msp,
      acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
      birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
    };
  });
  const sites: Record<string, { clientId: string; siteId: string | null }> = {
    Acme: { clientId: acme, siteId: null },
    Birch: { clientId: birch, siteId: null },
  };
  const source: AlertSource = { id: newId(), name: 'Watcher', clientOf: (site) => sites[site ?? ''] ?? null };
  return {
    ...{ acme, birch, msp, sites, source, at },
    /** Lets time pass, in seconds, and everything be decided that is due then. */
    async pass(seconds: number): Promise<void> {
      second += seconds;
      await decideDue(desk.services);
    },
    reading: (device: string, more: Partial<AlertReading> = {}): AlertReading => ({
      ...{ externalId: `${device} down`, occurrence: '1', state: 'raised', severity: 2, kind: 'exception' },
      ...{ condition: 'HostDown', title: `${device} is down`, text: '', device: { hostname: device }, site: 'Acme' },
      ...{ startedAt: at(), endedAt: null, url: null },
      ...more,
    }),
    hear: (...readings: AlertReading[]) => takeAlerts(desk.services, source, readings),
    ended: (reading: AlertReading): AlertReading => ({ ...reading, state: 'resolved', endedAt: at() }),
    alerts: () =>
      desk.run(({ tx }) =>
        tx.selectFrom('alerts').selectAll().orderBy('first_at').orderBy('title').orderBy('id').execute(),
      ),
    tickets: () =>
      desk.run(({ tx }) => tx.selectFrom('tickets').selectAll().orderBy('created_at').orderBy('id').execute()),
    /** What a ticket's timeline says of its alerts. */
    lines: (ticketId: string) =>
      desk.run(async ({ tx }) => {
        const rows = await tx
          .selectFrom('events')
          .select(['type', 'data'])
          .where('subject_id', '=', ticketId)
          .where('type', 'like', 'ticket.alert%')
          .orderBy('id')
          .execute();
        return rows.map(({ type, data }) => `${type}: ${(data as { text: string }).text}`);
      }),
  };
}
