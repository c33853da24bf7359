import { expect, test } from 'vitest';
import { createClient, setClientServices } from '#server/business/client/index.ts';
import type { OfferingRow } from '#shared/service.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { statementsOf } from '#tests/plans/statements.ts';
import { holdClock } from '#tests/visitor.ts';

/** In the midst of a week and of a month. */
const WEDNESDAY = Date.UTC(2026, 10, 18, 12);
const desk = await openDesk({ roles: ['web'] });
holdClock(desk, WEDNESDAY);
const olive = await hire(desk, { name: 'Olive Owner' });

const offer = async (name: string) =>
  ((await olive.call('POST', '/service-offerings', { name, calendar: 'service_hours' })).body as { id: string }).id;
/** A client in Victoria that has services, each of which was away for some hours of yesterday. */
async function client(code: string, services: readonly string[]): Promise<void> {
  const id = await desk.run(async (ctx) => {
    const place = { timeZone: 'Australia/Melbourne', country: 'AU', region: 'VIC' };
    const made = await createClient(ctx, { name: code, code, ...place });
    await setClientServices(ctx, made, services);
    await ctx.tx.updateTable('client_services').set({ since: '2024-01-01' }).where('client_id', '=', made).execute();
    return made;
  });
  const ago = (hours: number) => new Date(WEDNESDAY - hours * 3_600_000).toISOString();
  for (const service of services) {
    const outage = { clientId: id, title: 'Away', beganAt: ago(60), endedAt: ago(12) };
    const { status, text } = await olive.call('POST', `/services/${service}/outages`, outage);
    if (status !== 201) throw new Error(text);
  }
}
async function read(): Promise<{ items: OfferingRow[]; texts: string[] }> {
  let items: OfferingRow[] = [];
  const sent = await statementsOf(async () => {
    items = ((await olive.call('GET', '/service-offerings')).body as { items: OfferingRow[] }).items;
  });
  return { items, texts: sent.map(({ text }) => text) };
}

test('the portfolio is read by as many statements, however many clients have however many services', async () => {
  const mail = await offer('Mail');
  await client('ONE', [mail]);
  await read();
  const few = await read();
  const services = [mail, await offer('Files'), await offer('Print')];
  for (const code of ['TWO', 'THREE', 'FOUR', 'FIVE']) await client(code, services);
  const many = await read();
  expect(many.items.map(({ name, clients }) => [name, clients])).toEqual([
    ['Files', 4],
    ['Mail', 5],
    ['Print', 4],
  ]);
  for (const { availability } of many.items) expect(availability).toBeLessThan(100);
  expect(few.texts.length).toBeGreaterThan(4);
  expect(many.texts).toEqual(few.texts);
});
