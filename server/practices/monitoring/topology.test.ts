import { expect, test } from 'vitest';
import { transitionTicket } from '#server/desk/ticket/index.ts';
import { createItem, relateItems } from '#server/practices/configuration/index.ts';
import { openDesk } from '#tests/desk.ts';
import { monitored } from '#tests/monitored.ts';
import { findLateItems } from './index.ts';

const desk = await openDesk({ roles: [] });
const stage = await monitored(desk);
const { reading, hear, ended, pass, alerts, tickets, lines, acme } = stage;

/** Servers behind a switch of their own. */
async function plant(name: string, servers: number): Promise<string[]> {
  return desk.run(async (ctx) => {
    const top = await createItem(ctx, { clientId: acme, name: `${name}-switch`, classKey: 'switch' });
    const names = Array.from({ length: servers }, (_, nth) => `${name}-${nth}`);
    for (const one of names) {
      const id = await createItem(ctx, { clientId: acme, name: one, classKey: 'server' });
      await relateItems(ctx, { fromId: id, kind: 'connects_to', toId: top });
    }
    return names;
  });
}
const alertsOf = async (name: string) => (await alerts()).filter(({ title }) => title.startsWith(`${name}-`));
const calm = () => pass(3_600);
/** The one alert that stands for all of that name, and its ticket. */
async function oneTicketOf(name: string, count: number) {
  const all = await alertsOf(name);
  expect(all).toHaveLength(count);
  const [ticketId, ...others] = [...new Set(all.map(({ ticket_id }) => ticket_id))];
  expect(others).toEqual([]);
  const [lead, ...more] = all.filter(({ cause_id }) => cause_id === null);
  expect(more).toEqual([]);
  const ticket = (await tickets()).find(({ id }) => id === ticketId);
  return { lead, ticket };
}

for (const [place, order] of [
  ['first', (servers: string[], top: string) => [[top], servers]],
  ['last', (servers: string[], top: string) => [servers, [top]]],
  ['in the middle', (servers: string[], top: string) => [servers.slice(0, 3), [top], servers.slice(3)]],
] as const)
  test(`what fails behind a switch is one ticket, also where the switch is heard ${place}`, async () => {
    await calm();
    const name = `at-${place.replaceAll(' ', '')}`;
    const servers = await plant(name, 30);
    for (const batch of order(servers, `${name}-switch`)) {
      await hear(...batch.map((one) => reading(one)));
      await hear(...batch.toReversed().map((one) => reading(one)));
      await pass(11);
    }
    const { lead, ticket } = await oneTicketOf(name, 31);
    expect(lead?.title).toBe(`${name}-switch is down`);
    expect(ticket).toMatchObject({ is_open: true, merged_into_id: null });
    // And what it ends with: the last of them.
    const all = (await alertsOf(name)).map(({ title }) => ended(reading(title.replace(' is down', ''))));
    await hear(...all.slice(1));
    await pass(11);
    expect((await oneTicketOf(name, 31)).ticket).toMatchObject({ is_open: true });
    await hear(...all);
    await pass(11);
    expect((await oneTicketOf(name, 31)).ticket).toMatchObject({ status: 'resolved' });
  });

test('a cause that is heard late takes over tickets that nobody touched, and they are one', async () => {
  await calm();
  const servers = await plant('late', 3);
  await hear(...servers.map((one) => reading(one)));
  await pass(2);
  expect(new Set((await alertsOf('late')).map(({ ticket_id }) => ticket_id)).size).toBe(3);
  await hear(reading('late-switch'));
  await pass(2);
  const { lead, ticket } = await oneTicketOf('late', 4);
  expect(lead).toMatchObject({ title: 'late-switch is down', decision: { by: 'usual' } });
  // It is about the switch, and weighs as the switch does.
  expect(ticket).toMatchObject({ title: 'late-switch is down', merged_into_id: null });
  expect((await tickets()).filter(({ merged_into_id: into }) => into === ticket?.id)).toHaveLength(3);
  expect(await lines(ticket?.id ?? '')).toEqual([
    'ticket.alerts_joined: 3 alerts of what depends on what “late-switch is down” is about',
  ]);
});

test('a cause does not explain what was wrong long before it', async () => {
  await calm();
  const [one = '', other = ''] = await plant('before', 2);
  await hear(reading(one, { condition: 'MemoryHigh', title: `${one} is out of memory` }));
  await pass(2);
  await pass(600);
  await hear(reading('before-switch'), reading(other));
  await pass(11);
  const all = await alertsOf('before');
  const named = (title: string) => all.find((alert) => alert.title === title);
  const [memory, top, beside] = [`${one} is out of memory`, 'before-switch is down', `${other} is down`].map(named);
  expect(memory).toMatchObject({ cause_id: null, state: 'ticketed' });
  expect(beside).toMatchObject({ cause_id: top?.id, ticket_id: top?.ticket_id });
  expect(top?.ticket_id).not.toBe(memory?.ticket_id);
});

test('what is of an item that is being worked on is only recorded, and looked at again', async () => {
  await calm();
  await plant('worked', 1);
  await desk.run(({ tx }) =>
    tx.updateTable('configuration_items').set({ state: 'in_maintenance' }).where('name', '=', 'worked-0').execute(),
  );
  await hear(reading('worked-0'));
  await pass(2);
  expect((await alertsOf('worked'))[0]).toMatchObject({ state: 'suppressed', decision: { name: 'worked-0' } });
  await desk.run(({ tx }) =>
    tx.updateTable('configuration_items').set({ state: 'deployed' }).where('name', '=', 'worked-0').execute(),
  );
  await pass(301);
  expect((await alertsOf('worked'))[0]).toMatchObject({ state: 'ticketed' });
});

test('what only joined a ticket that somebody resolved has its own in the end', async () => {
  await calm();
  await plant('left', 1);
  await hear(reading('left-0'), reading('left-switch'));
  await pass(2);
  const { ticket } = await oneTicketOf('left', 2);
  await hear(ended(reading('left-switch')));
  await desk.run((ctx) => transitionTicket(ctx, ticket?.id ?? '', { to: 'resolved', resolutionCode: 'fixed' }));
  await pass(9 * 60);
  expect((await alertsOf('left')).find(({ title }) => title === 'left-0 is down')?.ticket_id).toBe(ticket?.id);
  await pass(2 * 60);
  const own = (await alertsOf('left')).find(({ title }) => title === 'left-0 is down');
  expect(own).toMatchObject({ state: 'ticketed', cause_id: null });
  expect(own?.ticket_id).not.toBe(ticket?.id);
});

test('a device that is listed after its alert is found, and its ticket is about it', async () => {
  await calm();
  const [one, other] = [reading('unlisted-1'), reading('unlisted-2')];
  await hear(one, other);
  await pass(11);
  const id = await desk.run((ctx) => createItem(ctx, { clientId: acme, name: 'Unlisted-1', classKey: 'server' }));
  await findLateItems(desk.services, [acme]);
  const [first, second] = await alertsOf('unlisted');
  expect([first?.item_id, second?.item_id]).toEqual([id, null]);
  const links = () =>
    desk.run(({ tx }) => tx.selectFrom('ticket_items').selectAll().where('item_id', '=', id).execute());
  expect(await links()).toMatchObject([{ ticket_id: first?.ticket_id, staff_id: null }]);
  expect(first?.ticket_id).not.toBe(null);
  await findLateItems(desk.services, [acme]);
  expect(await links()).toHaveLength(1);
});

test('warnings of what depends on what fails are explained by it, heard before, with or after it, and do not keep its ticket open', async () => {
  await calm();
  const [one = '', other = '', third = '', old = ''] = await plant('warned', 4);
  const warning = (name: string) =>
    reading(name, { externalId: `${name} slow`, kind: 'warning', severity: 4, title: `${name} is slow` });
  await hear(warning(old));
  await pass(2);
  await pass(600);
  await hear(warning(one), warning('warned-alone'));
  await pass(2);
  expect((await alertsOf('warned')).map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  await pass(200);
  await hear(reading('warned-switch'), warning(other));
  await pass(2);
  await hear(warning(third));
  await pass(2);
  const all = await alertsOf('warned');
  const named = (title: string) => all.find((alert) => alert.title === title);
  const top = named('warned-switch is down');
  for (const name of [one, other, third])
    expect(named(`${name} is slow`)).toMatchObject({
      ...{ state: 'correlated', cause_id: top?.id, ticket_id: top?.ticket_id },
      decision: { by: 'topology', does: 'join' },
    });
  for (const name of [old, 'warned-alone'])
    expect(named(`${name} is slow`)).toMatchObject({ state: 'open', cause_id: null });
  await hear(ended(reading('warned-switch')));
  await pass(11);
  expect((await tickets()).find(({ id }) => id === top?.ticket_id)).toMatchObject({ status: 'resolved' });
  await pass(601);
  expect((await alertsOf('warned')).find(({ title }) => title === `${one} is slow`)).toMatchObject({
    ...{ state: 'open', cause_id: null },
  });
});

test('a storm gathers what nothing explains: what fails for a known cause has the ticket of that, also when it fails later', async () => {
  await calm();
  const [a, b, c] = [await plant('sa', 6), await plant('sb', 6), await plant('sc', 6)];
  const down = (names: readonly string[]) => names.map((name) => reading(name));
  await hear(...down(['sa-switch', ...a.slice(0, 4), 'sb-switch', ...b.slice(0, 4)]));
  await pass(2);
  const loose = Array.from({ length: 12 }, (_, nth) => `stray-${nth}`);
  await hear(...down(loose.slice(0, 1)));
  await pass(2);
  await hear(...down(loose.slice(1)));
  await pass(11);
  // It is heard in the storm, before anything that it explains.
  await hear(...down(['sc-switch']));
  await pass(11);
  await hear(...down([...c.slice(0, 3), ...a.slice(4), ...b.slice(4)]));
  await pass(11);
  const under = async (name: string) => {
    const all = [...(await alertsOf(name))];
    const lead = all.filter(({ cause_id }) => cause_id === null);
    expect(new Set(all.map(({ ticket_id }) => ticket_id)).size).toBe(1);
    expect(all.filter(({ cause_id }) => cause_id !== null).every(({ cause_id }) => cause_id === lead[0]?.id)).toBe(
      true,
    );
    const ticket = (await tickets()).find(({ id }) => id === lead[0]?.ticket_id);
    return [lead.map(({ title }) => title), all.length, ticket?.title, ticket?.is_open];
  };
  expect(await under('sa')).toEqual([['sa-switch is down'], 7, 'sa-switch is down', true]);
  expect(await under('sb')).toEqual([['sb-switch is down'], 7, 'sb-switch is down', true]);
  expect(await under('sc')).toEqual([['sc-switch is down'], 4, 'sc-switch is down', true]);
  expect(await under('stray')).toEqual([['stray-0 is down'], 12, 'Many alerts, first stray-0 is down', true]);
});

test('the ticket of a storm is not about the device whose alert left it for its cause', async () => {
  await calm();
  await plant('lead', 2);
  const itemsOf = (ticketId: string | null | undefined) =>
    desk.run(async ({ tx }) => {
      const rows = await tx
        .selectFrom('ticket_items as l')
        .innerJoin('configuration_items as i', 'i.id', 'l.item_id')
        .select('i.name')
        .where('l.ticket_id', '=', ticketId ?? '')
        .execute();
      return rows.map(({ name }) => name);
    });
  const ticketOf = async (device: string) =>
    (await alerts()).find(({ title }) => title === `${device} is down`)?.ticket_id;
  await hear(reading('lead-0'));
  await pass(2);
  await hear(...Array.from({ length: 12 }, (_, nth) => reading(`lost-${nth}`)));
  await pass(11);
  const storm = await ticketOf('lead-0');
  expect([await ticketOf('lost-11'), await itemsOf(storm)]).toEqual([storm, ['lead-0']]);
  await hear(reading('lead-switch'));
  await pass(11);
  expect([await ticketOf('lost-11'), await itemsOf(storm)]).toEqual([storm, []]);
  const own = await ticketOf('lead-0');
  expect(own).not.toBe(storm);
  expect(await itemsOf(own)).toEqual(['lead-switch']);
});
