import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { CannedReplyView, FilledText } from '#shared/library.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const tina = await hire(desk, { name: 'Tina Tech', role: 'technician' });
const { acme, ada, team } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme & Sons', code: 'ACME', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada <b>Adams</b>', email: 'ada@acme.example' });
  const team = await createTeam(ctx, { name: 'Network', members: [{ staffId: tom.id, lead: false }] });
  return { acme, ada, team };
});
const log = async (fields: object = {}) =>
  (await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: 'No {{me.name}}', ...fields }))
    .body as TicketView;
const write = (who: typeof tom, fields: object) =>
  who.call('POST', '/canned-replies', { name: 'Hello', body: '<p>Hi</p>', ...fields });
const names = async (who: typeof tom, query = '') =>
  ((await who.call('GET', `/canned-replies${query}`)).body as { items: CannedReplyView[] }).items.map(
    (item) => item.name,
  );

test('a reply is filled in for a ticket: values escaped, never read as a template, the missing ones named', async () => {
  const { id } = (
    await write(tom, {
      body: '<p>Hi {{ requester.firstName | there }}, {{client.name}} {{ticket.key}} “{{ticket.title}}” is {{ticket.status}}. {{assignee.name}}</p><p>{{me.firstName}}<script>x</script></p>',
    })
  ).body as { id: string };
  const ticket = await log({ requesterId: ada });
  const filled = (await tom.call('POST', `/canned-replies/${id}/preview`, { ticketId: ticket.key })).body as FilledText;
  expect(filled.html).toMatch(
    /^<p>Hi Ada, Acme &amp; Sons ACME-1 “No \{\{me.name\}\}” is Received\. <\/p><p>Tom<\/p>$/,
  );
  expect(filled.unknown).toEqual([{ variable: 'assignee.name', label: 'Full name of the assigned person' }]);
  const nobody = await log();
  const other = (await tom.call('POST', `/canned-replies/${id}/preview`, { ticketId: nobody.id })).body as FilledText;
  expect(other.html).toMatch(/^<p>Hi there,/);
  const draft = await tom.call('POST', '/canned-replies/preview', {
    ticketId: ticket.id,
    body: '<p>{{requester.name}}</p>',
  });
  expect((draft.body as FilledText).html).toBe('<p>Ada &lt;b&gt;Adams&lt;/b&gt;</p>');
});

test('a reply whose variables do not exist is not written down', async () => {
  expect((await write(tom, { body: '<p>{{requester.salary}}</p>' })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'body', message: expect.stringContaining('there is no {{requester.salary}}') }],
  });
  expect((await write(tom, { body: '<script>x</script>' })).status).toBe(422);
});

test('one’s own are nobody else’s; shared ones are for everybody or a team, changed by who looks after them', async () => {
  const own = (await write(tom, { name: 'Toms own' })).body as { id: string };
  expect((await write(tom, { name: 'Shared by Tom', shared: true })).status).toBe(403);
  await write(olive, { name: 'For all', shared: true, folder: 'Greetings', tags: ['hello'], shortcut: 'hi' });
  const network = (await write(olive, { name: 'For network', shared: true, teamIds: [team] })).body as { id: string };
  expect(await names(tom)).toEqual(expect.arrayContaining(['Toms own', 'For all', 'For network']));
  expect(await names(tina)).toEqual(['For all']);
  const mona = await hire(desk, { role: 'manager' });
  expect(await names(mona)).toEqual(['For all']);
  expect(await names(mona, '?all=true')).toEqual(['For network', 'For all']);
  for (const url of [`/canned-replies/${own.id}`, `/canned-replies/${network.id}`])
    expect((await tina.call('GET', url)).status).toBe(404);
  expect((await olive.call('GET', `/canned-replies/${own.id}`)).status).toBe(404);
  expect((await olive.call('DELETE', `/canned-replies/${own.id}`)).status).toBe(404);
  expect((await tom.call('PATCH', `/canned-replies/${network.id}`, { version: 1, name: 'Mine' })).status).toBe(403);
  expect((await tom.call('PATCH', `/canned-replies/${own.id}`, { version: 1, name: 'Changed' })).status).toBe(204);
  expect((await tom.call('PATCH', `/canned-replies/${own.id}`, { version: 1, name: 'Stale' })).status).toBe(409);
  expect((await tom.call('DELETE', `/canned-replies/${own.id}`)).status).toBe(204);
});

test('a shortcut is taken once among the shared ones, and each person has their own besides', async () => {
  expect((await write(tom, { shortcut: 'thx' })).status).toBe(201);
  expect((await write(tina, { shortcut: 'thx' })).status).toBe(201);
  expect((await write(tom, { shortcut: 'thx' })).body).toMatchObject({ status: 422, errors: [{ path: 'shortcut' }] });
  expect((await write(olive, { shortcut: 'hi', shared: true })).status).toBe(422);
  expect((await write(tom, { shortcut: 'no blanks' })).status).toBe(400);
});
