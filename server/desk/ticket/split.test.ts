import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { PortalTicket } from '#shared/portal.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { visit } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, xavier, yvonne } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    xavier: await createContact(ctx, { clientId: acme, name: 'Xavier', email: 'x@acme.example' }),
    yvonne: await createContact(ctx, { clientId: acme, name: 'Yvonne', email: 'y@acme.example' }),
  };
});
const log = async (requesterId: string, title: string) =>
  (await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, requesterId, title })).body as TicketView;
const portalOf = async (contactId: string) => {
  const { url } = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  const browser = visit(desk);
  await browser.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  return browser;
};

test('what somebody wrote on a ticket that was merged into another’s is theirs again when it is split off', async () => {
  const [his, hers] = [await log(xavier, 'His printer'), await log(yvonne, 'Her secret project')];
  const x = await portalOf(xavier);
  await olive.call('POST', `/tickets/${his.key}/merge`, { into: hers.key });
  await x.call('POST', `/portal/tickets/${his.key}/messages`, { body: 'And my phone is broken' });
  const { items } = (await olive.call('GET', `/tickets/${hers.key}/timeline`)).body as { items: TimelineEntry[] };
  const messageIds = items.flatMap(({ message }) => (message?.author.id === xavier ? [message.id] : []));
  const split = { title: 'Phone', messageIds, tellRequester: true };
  const made = (await olive.call('POST', `/tickets/${hers.key}/split`, split)).body as TicketView;
  expect(made).toMatchObject({ requester: { id: xavier }, description: expect.stringContaining('my phone') });
  const seen = (await x.call('GET', `/portal/tickets/${made.key}`)).body as PortalTicket;
  expect(JSON.stringify(seen.conversation)).toContain(made.key);
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`secret|${hers.key}`));
  const y = await portalOf(yvonne);
  expect((await y.call('GET', `/portal/tickets/${made.key}`)).status).toBe(404);
});

test('whoever asked is told of a split in their language', async () => {
  const hers = await log(yvonne, 'Der <Drucker>');
  const y = await portalOf(yvonne);
  await y.call('PUT', '/portal/language', { language: 'de' });
  const split = { title: 'Das Telefon', description: 'Es rauscht', tellRequester: true };
  const made = (await olive.call('POST', `/tickets/${hers.key}/split`, split)).body as TicketView;
  const seen = (await y.call('GET', `/portal/tickets/${hers.key}`)).body as PortalTicket;
  expect(seen.conversation.at(-1)?.body).toBe(
    `<p>Sie haben uns in zwei Angelegenheiten geschrieben, deshalb kümmern wir uns getrennt darum: „Der &lt;Drucker&gt;“ bleibt ${hers.key}, und „Das Telefon“ ist von nun an ${made.key}.</p>`,
  );
});

test('where what two people wrote goes over, the one whose ticket it does not become follows it', async () => {
  const [his, hers] = [await log(xavier, 'His printer'), await log(yvonne, 'Her printer')];
  const [x, y] = [await portalOf(xavier), await portalOf(yvonne)];
  await olive.call('POST', `/tickets/${his.key}/merge`, { into: hers.key });
  await x.call('POST', `/portal/tickets/${his.key}/messages`, { body: 'His ink' });
  await y.call('POST', `/portal/tickets/${hers.key}/messages`, { body: 'Her ink' });
  const { items } = (await olive.call('GET', `/tickets/${hers.key}/timeline`)).body as { items: TimelineEntry[] };
  const messageIds = items.flatMap(({ message }) => (message?.author.kind === 'contact' ? [message.id] : []));
  const made = (await olive.call('POST', `/tickets/${hers.key}/split`, { title: 'Ink', messageIds }))
    .body as TicketView;
  expect(made.requester).toMatchObject({ id: yvonne });
  expect(made.watchers).toMatchObject([{ id: xavier }]);
});
