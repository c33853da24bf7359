import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const [olive, tom] = [await hire(desk, { name: 'Olive Owner' }), await hire(desk, { name: 'Tom Tech' })];
const clientId = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));

test('a mention of somebody who is not there calls nobody and keeps no words back', async () => {
  const ticket = (await olive.call('POST', '/tickets', { kind: 'incident', clientId, title: 'Mail' }))
    .body as TicketView;
  const mention = (id: string) => `<span data-type="mention" data-id="${id}">@x</span>`;
  const body = `<p>${mention(newId())} ${mention('-'.repeat(36))} ${mention(tom.id)} look</p>`;
  const note = await olive.call('POST', `/tickets/${ticket.key}/messages`, { visibility: 'internal', body });
  expect(note.status).toBe(201);
  expect((await tom.call('GET', '/me/notifications')).body).toMatchObject({ items: [{ kind: 'mentioned' }] });
});
