import { beforeAll, describe, expect, test } from 'vitest';
import { withContext } from '#platform/context/index.ts';
import { actOn } from '#server/automation/threshold/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { explainTicket, sweepClocks } from '#server/practices/service-level/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { BY_INCIDENT, fileOf, HEADER, importOf, LOG, storedHistory } from '#tests/servicenow-log.ts';
import { incidentsOf } from './incidents.ts';
import { planIncident } from './plan.ts';
import { IMPORTER, References } from './references.ts';
import { replay } from './replay.ts';
import { prepare } from './setup.ts';

const OPERATOR = { name: 'Imported', code: 'SNOW', timeZone: 'UTC' };

test('written in bulk it is the same as row by row', { timeout: 180_000 }, async () => {
  const [bulk, plain] = [await openDesk(), await openDesk()];
  for (const desk of [bulk, plain]) await hire(desk);
  await importOf(bulk, LOG);
  const { clientId, matrix } = await plain.run((ctx) => prepare(ctx, OPERATOR));
  const options = { locationsAreClients: false, highest: 200_000 };
  const refs = new References(plain.services, { ...OPERATOR, id: clientId }, options);
  await refs.load();
  await plain.run(({ hot }) => hot('reserve', 'update clients set next_number = 200001 where id = $1', [clientId]));
  const reading = { path: fileOf(LOG), timeZone: 'UTC', damage: null, parted: new Set<string>() };
  for await (const incident of incidentsOf(reading, () => {})) {
    await refs.ensure([incident]);
    const plan = planIncident(incident, matrix);
    await withContext(plain.services, IMPORTER, (ctx) => replay(ctx, incident, plan, refs), { quiet: true });
  }
  expect(await storedHistory(bulk.adminUrl)).toEqual(await storedHistory(plain.adminUrl));
});

test('where locations are clients, each has its own tickets under its own code', async () => {
  const desk = await openDesk();
  const ada = await hire(desk);
  const report = await importOf(desk, LOG, { locations: 'clients' });
  expect(report).toMatchObject({ ok: true, incidents: { imported: 16 }, made: { site: 0 } });
  const rows = await desk.run(({ tx }) =>
    tx
      .selectFrom('tickets')
      .innerJoin('clients', 'clients.id', 'tickets.client_id')
      .select(['tickets.key', 'tickets.external_ref', 'clients.name'])
      .execute(),
  );
  for (const { key, external_ref, name } of rows) {
    const incident = BY_INCIDENT.get(external_ref ?? '') ?? [];
    const location = incident.findLast((row) => row['location'] !== '?')?.['location'];
    expect({ name, key }).toEqual({
      name: location ?? 'Imported',
      key: `${location?.replace('Location ', 'L') ?? 'SNOW'}-${Number(external_ref?.slice(3))}`,
    });
  }
  const ticket = (await ada.call('GET', `/tickets/${rows[0]?.key}`)).body as TicketView;
  expect(ticket.site).toBeNull();
  const again = await importOf(desk, LOG, { locations: 'clients' });
  expect(again).toMatchObject({ ok: true, incidents: { presentBefore: 16 } });
});

test('dates are read in the zone of the log', async () => {
  const desk = await openDesk();
  await hire(desk);
  await importOf(desk, LOG, { operator: { ...OPERATOR, timeZone: 'America/Sao_Paulo' } });
  const [first] = (await storedHistory(desk.adminUrl)) as { created_at: Date }[];
  expect(first?.created_at.toISOString()).toBe('2016-02-29T04:16:00.000Z');
});

test('a number that somebody has already, or that is too long, becomes the next free one', async () => {
  const desk = await openDesk();
  const ada = await hire(desk);
  await importOf(desk, LOG.slice(0, 5));
  const [client] = await desk.run(({ tx }) =>
    tx.selectFrom('clients').select('id').where('code', '=', 'SNOW').execute(),
  );
  const clientId = client?.id ?? '';
  await desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title: 'Ours' }));
  const long = LOG.slice(1, 5).map((line) => line.replace('INC0000045', 'INC123456789012'));
  const taken = LOG.slice(1, 5).map((line) => line.replace('INC0000045', 'TSK0000046'));
  expect(await importOf(desk, [LOG[0] ?? '', ...long, ...taken])).toMatchObject({
    ok: true,
    incidents: { imported: 2 },
  });
  const { items } = (await ada.call('GET', '/tickets?sort=created')).body as { items: { key: string }[] };
  expect(items.map(({ key }) => key).sort()).toEqual(['SNOW-45', 'SNOW-46', 'SNOW-47', 'SNOW-48']);
});

describe('an incident that the log leaves open', () => {
  const desk = openDesk();
  const CLOCK = 'SNOW-65';
  beforeAll(async () => {
    await hire(await desk);
    // Everything but the last two rows, in which it is resolved and closed; nothing may know of the end yet.
    const rows = LOG.slice(1)
      .filter((line) => line.startsWith('INC0000065'))
      .slice(0, -2);
    const open = rows.map((line) =>
      ['closed_code', 'resolved_by', 'resolved_at', 'closed_at'].reduce(
        (text, column) => text.split(',').with(HEADER.indexOf(column), '?').join(','),
        line,
      ),
    );
    await importOf(await desk, [LOG[0] ?? '', ...open]);
  });

  test('missed its targets when it did, not now, and nobody is told', async () => {
    const { run, services, adminUrl } = await desk;
    expect(await sweepClocks(services, actOn)).toBe(0);
    const [ticket] = (await storedHistory(adminUrl)) as { key: string; events: { type: string; at: string }[] }[];
    const missed = ticket?.events.filter(({ type }) => type.startsWith('ticket.sla_')) ?? [];
    expect(missed.map(({ type }) => type)).toContain('ticket.sla_breached');
    expect(missed.filter(({ at }) => !at.startsWith('2016'))).toEqual([]);
    expect(await run(({ tx }) => tx.selectFrom('notifications').select('id').execute())).toEqual([]);
  });

  test('still counts, by the calendar of its client', async () => {
    const { run } = await desk;
    const clocks = await run(async (ctx) => {
      const row = await ctx.tx
        .selectFrom('tickets')
        .select(['client_id', 'id'])
        .where('key', '=', CLOCK)
        .executeTakeFirst();
      return explainTicket(ctx, row?.client_id ?? '', row?.id ?? '');
    });
    expect(clocks.map(({ state }) => state)).toContain('breached');
  });
});
