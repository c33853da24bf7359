import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const atBirch = await hire(desk, { role: 'technician', clientIds: [birch] });

const log = async () =>
  (await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'Line down' })).body as TicketView;
const move = async (idOrKey: string, clientId = birch) =>
  (await olive.call('POST', `/tickets/${idOrKey}/move`, { clientId, reason: 'Wrong one' })).body as TicketView;
const say = (idOrKey: string, body: object = {}) =>
  olive.call('POST', `/tickets/${idOrKey}/messages`, {
    visibility: 'public',
    body: 'Your safe opens with 1-2-3',
    ...body,
  });
const said = (id: string) =>
  desk.run((ctx) => ctx.tx.selectFrom('messages').select(['visibility']).where('ticket_id', '=', id).execute());

test('what was written for a client that the ticket has left is refused, whoever would read it', async () => {
  const { id, version } = await log();
  const { key } = await move(id);
  for (const visibility of ['public', 'internal'])
    expect(
      (await say(id, { visibility, clientId: acme, minutes: 5, transition: { to: 'in_progress' } })).body,
    ).toMatchObject({
      status: 409,
      code: 'conflict',
      detail: expect.stringContaining(`has moved and is ${key} now. Nothing was sent`),
      errors: [{ path: 'clientId' }],
    });
  expect(await said(id)).toEqual([]);
  const after = (await olive.call('GET', `/tickets/${id}`)).body as TicketView;
  expect(after).toMatchObject({ status: 'new', minutesSpent: 0, version: version + 1 });
  expect((await say(id, { clientId: birch.toUpperCase() })).status).toBe(201);
  expect((await say(id)).status).toBe(201);
});

test('by the key that it had at another client nothing public is said, unless it is said for whom', async () => {
  const ticket = await log();
  await move(ticket.id);
  expect((await say(ticket.key.toLowerCase())).body).toMatchObject({ status: 409, errors: [{ path: 'idOrKey' }] });
  expect((await say(ticket.key, { visibility: 'internal' })).status).toBe(201);
  expect((await say(ticket.key, { clientId: birch })).status).toBe(201);
  // Its first key is one of the client that it has come back to.
  const back = await move(ticket.id, acme);
  expect(back.key).not.toBe(ticket.key);
  expect((await say(ticket.key)).status).toBe(201);
});

test('nor is a ticket resolved in words by the key that it had at another client', async () => {
  const ticket = await log();
  const { key } = await move(ticket.id);
  const resolve = async (idOrKey: string, resolutionNote?: string) =>
    olive.call('POST', `/tickets/${idOrKey}/transitions`, {
      ...{ to: 'resolved', resolutionCode: 'fixed', cause: 'user' },
      ...(resolutionNote ? { resolutionNote } : {}),
    });
  expect((await resolve(ticket.key, 'Your safe opens with 1-2-3')).body).toMatchObject({
    status: 409,
    errors: [{ path: 'idOrKey' }],
  });
  const steps = [{ transition: { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Opened with 1-2-3' } }];
  const macro = (await olive.call('POST', '/macros', { name: 'Opened', steps })).body as { id: string };
  expect((await olive.call('POST', `/tickets/${ticket.key}/macros/${macro.id}`, {})).status).toBe(409);
  expect((await resolve(key, 'Found for Birch')).status).toBeLessThan(300);
});

test('a macro that replies is no other door', async () => {
  const write = async (visibility: string) => {
    const steps = [{ message: { visibility, body: '<p>Your safe opens with 1-2-3</p>' } }];
    return ((await olive.call('POST', '/macros', { name: `Safe ${visibility}`, steps })).body as { id: string }).id;
  };
  const [reply, note] = [await write('public'), await write('internal')];
  const ticket = await log();
  await move(ticket.id);
  const run = async (idOrKey: string, macroId: string, body: object = {}) =>
    (await olive.call('POST', `/tickets/${idOrKey}/macros/${macroId}`, body)).status;
  expect(await run(ticket.key, reply)).toBe(409);
  expect(await run(ticket.id, reply, { clientId: acme })).toBe(409);
  expect(await run(ticket.id, note, { clientId: acme })).toBe(409);
  expect(await run(ticket.id, reply, { version: ticket.version })).toBe(409);
  expect(await said(ticket.id)).toEqual([]);
  expect(await run(ticket.key, note)).toBe(201);
  expect(await run(ticket.id, reply, { clientId: birch })).toBe(201);
});

test('said and moved at the same time, it is kept with the old client or refused', async () => {
  for (let round = 0; round < 12; round++) {
    const ticket = await log();
    const one = () => (round % 2 ? say(ticket.key) : say(ticket.id, { clientId: acme }));
    // Whichever is asked for first may come second.
    const reply = round % 3 ? one() : null;
    const moving = move(ticket.id);
    const { status } = await (reply ?? one());
    const { key } = await moving;
    expect([201, 409]).toContain(status);
    expect(await said(ticket.id)).toEqual(status === 201 ? [{ visibility: 'internal' }] : []);
    const read = (await atBirch.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] };
    expect(JSON.stringify(read)).not.toContain('1-2-3');
  }
});
