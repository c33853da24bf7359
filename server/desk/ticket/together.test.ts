import { expect, test } from 'vitest';
import { contactIdentity } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { postMessage } from './index.ts';

const desk = await openDesk();
const dora = await hire(desk, { name: 'Dora Dispatch', role: 'dispatcher' });
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return { acme, ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams' }) };
});

type Answer = { items: { id: string; outcome: string; detail: string; eventId: string | null }[] };
const log = async (fields: object = {}) =>
  (
    await dora.call('POST', '/tickets', {
      kind: 'incident',
      clientId: acme,
      requesterId: ada,
      title: 'No mail',
      ...fields,
    })
  ).body as TicketView;
const open = async (key: string) => (await dora.call('GET', `/tickets/${key}`)).body as TicketView;
const messages = async (key: string) =>
  ((await dora.call('GET', `/tickets/${key}/timeline`)).body as { items: TimelineEntry[] }).items.flatMap(
    (entry) => entry.message ?? [],
  );
const nine = async () => Promise.all(Array.from({ length: 9 }, () => log()));
const counted = (answer: Answer) => Object.groupBy(answer.items, (item) => item.outcome);

test('nine mails about one outage become one parent with eight children in one step, and back', async () => {
  const mails = await nine();
  const [parent] = mails as [TicketView];
  const ids = mails.map((mail) => mail.id);
  const answer = (await dora.call('POST', '/tickets/bulk', { ids, parentId: parent.id })).body as Answer;
  expect(counted(answer).changed).toHaveLength(8);
  expect(counted(answer).unchanged).toMatchObject([{ id: parent.id, eventId: null }]);
  expect((await open(parent.key)).children).toHaveLength(8);
  for (const { id, eventId } of counted(answer).changed ?? [])
    expect((await dora.call('POST', `/tickets/${id}/undo`, { eventId })).status).toBe(201);
  expect((await open(parent.key)).children).toEqual([]);
});

test('the others merge into one of the selection, and a wrong merge is undone', async () => {
  const mails = await nine();
  const [into, first] = mails as [TicketView, TicketView];
  await dora.call('POST', `/tickets/${first.key}/messages`, { visibility: 'public', body: 'We look into it' });
  const ids = mails.map((mail) => mail.id);
  const answer = (await dora.call('POST', '/tickets/bulk', { ids, mergeInto: into.id })).body as Answer;
  expect(counted(answer).changed).toHaveLength(8);
  expect((await open(into.key)).mergedFrom).toHaveLength(8);
  expect(await messages(into.key)).toHaveLength(1);
  const wrong = answer.items.find((item) => item.id === first.id);
  const undone = await dora.call('POST', `/tickets/${first.key}/undo`, { eventId: wrong?.eventId });
  expect(undone.body).toMatchObject({ ticket: { status: 'new', mergedInto: null } });
  expect((await open(into.key)).mergedFrom).toHaveLength(7);
  expect([await messages(into.key), await messages(first.key)].map((list) => list.length)).toEqual([0, 1]);
});

test('a mail with two matters becomes an incident and a request, and its sender is told once', async () => {
  const mail = await log({ title: 'Mail broken, and a laptop please', description: '<p>Two things…</p>' });
  expect((await dora.call('POST', `/tickets/${mail.key}/split`, { title: 'A laptop' })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'messageIds' }],
  });
  const made = (
    await dora.call('POST', `/tickets/${mail.key}/split`, {
      title: 'A laptop <for me>',
      kind: 'request',
      description: '<p>A laptop please</p>',
      tellRequester: true,
    })
  ).body as TicketView;
  expect(made).toMatchObject({
    kind: 'request',
    requester: { id: ada },
    description: '<p>A laptop please</p>',
    links: [{ kind: 'related', ticket: { key: mail.key } }],
  });
  expect(await messages(made.key)).toEqual([]);
  const [told, ...more] = await messages(mail.key);
  expect(more).toEqual([]);
  expect(told).toMatchObject({ visibility: 'public' });
  // It was told, and not answered: the first response is still owed.
  expect((await open(mail.key)).firstResponseAt).toBeNull();
  expect(told?.body).toContain(`“A laptop &lt;for me&gt;” is ${made.key} from now on`);
});

test('only what its requester wrote becomes the report of what is split off, and is told once', async () => {
  const mail = await log();
  const write = async (visibility: string, body: string) =>
    ((await dora.call('POST', `/tickets/${mail.key}/messages`, { visibility, body })).body as { id: string }).id;
  const asAda = { identity: (await desk.run((ctx) => contactIdentity(ctx, acme, ada))) ?? expect.fail() };
  const said = async (body: string) =>
    (await desk.run((ctx) => postMessage(ctx, mail.id, { visibility: 'public', body }), asAda)).id;
  const split = async (...messageIds: string[]) =>
    (await dora.call('POST', `/tickets/${mail.key}/split`, { title: 'Apart', messageIds })).body as TicketView;
  const note = await split(await write('internal', 'She is behind with her bills'));
  const answer = await split(await write('public', 'We bring a laptop'));
  expect([note, answer].map(({ description }) => description)).toEqual(['', '']);
  expect((await messages(note.key)).map(({ visibility }) => visibility)).toEqual(['internal']);
  expect(answer.lastMessage).toMatchObject({ text: 'We bring a laptop' });
  expect((await open(mail.key)).lastMessage).toBeNull();
  const internal = await write('internal', 'A second note');
  const made = await split(internal, await said('The printer as well'), await said('It is the red one'));
  expect(made).toMatchObject({ description: 'The printer as well', lastMessage: { text: 'It is the red one' } });
  expect((await messages(made.key)).map(({ body }) => body)).toEqual(['A second note', 'It is the red one']);
});
