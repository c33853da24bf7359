import { expect, test, vi } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { AuditEntry } from '#shared/audit.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { visit, welcome } from '#tests/visitor.ts';

const desk = await openDesk();
const mara = await hire(desk, { name: 'Mara Manager', role: 'manager' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const read = async (filter: string, who: Person = mara) =>
  (await who.call('GET', `/audit?${filter}`)).body as { items: AuditEntry[]; nextCursor: string | null };
const log = async (clientId: string) =>
  (await mara.call('POST', '/tickets', { kind: 'incident', clientId, title: 'Printer on fire' })).body as TicketView;

test('each entry says who, what, to which, by which request, and what changed', async () => {
  const { id, key, version } = await log(acme);
  const saved = await mara.call('PATCH', `/tickets/${key}`, { version, impact: 1 });
  const { items } = await read(`subjectId=${id}`);
  expect(items.map(({ type }) => type)).toEqual(['ticket.updated', 'ticket.created']);
  expect(items[0]).toMatchObject({
    subject: { type: 'ticket', id, label: key },
    client: { id: acme, name: 'Acme' },
    actor: { kind: 'key', id: mara.id },
    requestId: saved.headers['x-request-id'],
    changes: { impact: [2, 1], priority: [3, 2] },
  });
});

test('it is read by type, noun, actor and time, page by page', async () => {
  await log(acme);
  expect(new Set((await read('type=ticket.created')).items.map(({ type }) => type))).toEqual(
    new Set(['ticket.created']),
  );
  const nouns = (await read('type=client&type=staff')).items.map(({ type }) => type.split('.')[0]);
  expect(new Set(nouns)).toEqual(new Set(['client', 'staff']));
  expect((await read(`actorId=${mara.id}`)).items.every(({ actor }) => actor.id === mara.id)).toBe(true);
  expect((await read('after=2099-01-01T00:00:00Z')).items).toEqual([]);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof read>> = await read(`limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe((await read('limit=200')).items.length);
});

test('what people did is read without what the program did, their signing in included', async () => {
  const { id } = await log(birch);
  const all = (await read('limit=200')).items;
  const people = (await read('limit=200&people=true')).items;
  expect(all.some(({ actor }) => actor.kind === 'system')).toBe(true);
  expect(people.some(({ subject }) => subject.id === id)).toBe(true);
  expect(people.filter(({ actor, type }) => actor.kind === 'system' && !type.startsWith('sign_in.'))).toEqual([]);
  expect(people.map((one) => one.id)).toEqual(
    all.filter(({ actor, type }) => actor.kind !== 'system' || type.startsWith('sign_in.')).map((one) => one.id),
  );
});

test('people are called by their names, and signing in counts as their own doing', async () => {
  const nia = await hire(desk, { name: 'Nia Novak', role: 'technician' });
  await mara.call('PATCH', `/staff/${nia.id}`, { version: 1, title: 'Night shift lead' });
  const { items } = await read(`subjectId=${nia.id}`);
  expect(items[0]).toMatchObject({
    type: 'staff.changed',
    subject: { type: 'staff', label: 'Nia Novak' },
    changes: { title: ['', 'Night shift lead'] },
  });
  const { email, id } = await welcome(desk, { name: 'Sid Signer' });
  await visit(desk).signIn(email, 'not the right words');
  expect((await read(`actorId=${id}`)).items.map(({ type, subject }) => [type, subject.label])).toEqual([
    ['sign_in.refused', 'Sid Signer'],
    ['sign_in.succeeded', 'Sid Signer'],
  ]);
});

test('signing in, and failing to, is in it', async () => {
  await visit(desk).call('POST', '/sessions', { email: 'nobody@x.example', password: 'not the right words' });
  expect((await read('type=sign_in.refused')).items[0]).toMatchObject({
    subject: { label: null },
    data: { by: 'password' },
  });
});

test('whoever sees one client reads of no other, and without the right nobody reads at all', async () => {
  await log(birch);
  const narrow = await hire(desk, { role: 'manager', clientIds: [acme] });
  const { items } = await read('limit=200', narrow);
  expect(new Set(items.map(({ client }) => client?.name ?? 'provider'))).toEqual(new Set(['Acme', 'provider']));
  expect(JSON.stringify(items)).not.toContain(birch);
  expect((await (await hire(desk, { role: 'technician' })).call('GET', '/audit')).status).toBe(403);
});

test('whoever sees one client reads of no private thing of others, nor whose clients are whose', async () => {
  const narrow = await hire(desk, { role: 'manager', clientIds: [acme] });
  const tom = await hire(desk, { role: 'technician', clientIds: [acme] });
  const owner = await hire(desk);
  await owner.call('PATCH', `/staff/${tom.id}`, { version: 1, clientIds: [acme, birch], title: 'Night shift' });
  await owner.call('POST', '/views', { name: 'Birch alone', filter: { clientId: [birch] } });
  const trail = JSON.stringify(await read('limit=200', narrow));
  expect(trail).toContain('Night shift');
  expect(trail).not.toContain(birch);
  expect(trail).not.toContain('Birch alone');
  expect(JSON.stringify(await read('limit=200', owner))).toContain('Birch alone');
});

test('asking for what is another client’s is told to those who see that client, once, and to nobody else', async () => {
  const { id, key } = await log(birch);
  const narrow = await hire(desk, { name: 'Nora Narrow', role: 'manager', clientIds: [acme] });
  for (const asked of [key, key.toLowerCase(), id, id, 'BIRCH-999', '0193ffff-0000-7fff-bfff-000000000000'])
    expect((await narrow.call('GET', `/tickets/${asked}`)).status).toBe(404);
  expect((await narrow.call('GET', `/clients/${birch}`)).status).toBe(404);
  const denied = () => read(`type=access.denied&actorId=${narrow.id}`);
  await vi.waitUntil(async () => (await denied()).items.length >= 3, 5_000);
  const { items } = await denied();
  expect(items.map(({ client, data }) => [client?.name, data['asked'], data['kind']]).sort()).toEqual(
    [
      ['Birch', id, 'tickets'],
      ['Birch', birch, 'clients'],
      ['Birch', key, 'tickets'],
    ].sort(),
  );
  expect((await read('type=access.denied', narrow)).items).toEqual([]);
});

test('what a client’s person asked for is told at their own client: nobody else reads who they are', async () => {
  const { id, key } = await log(birch);
  const own = await log(acme);
  const ada = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ada Curious' }));
  const made = (await mara.call('POST', `/contacts/${ada}/sign-in-link`)).body as { url: string };
  const browser = visit(desk);
  await browser.call('POST', '/portal/sessions', { token: made.url.split('#token=')[1] });
  for (const asked of [key, 'BIRCH-999', own.key, id])
    expect((await browser.call('GET', `/portal/tickets/${asked}`)).status).toBe(404);
  const denied = (who: Person) => read(`type=access.denied&actorId=${ada}`, who);
  await vi.waitUntil(async () => (await denied(mara)).items.length >= 3, 5_000);
  const [atAcme, atBirch] = [
    await hire(desk, { role: 'manager', clientIds: [acme] }),
    await hire(desk, { role: 'manager', clientIds: [birch] }),
  ];
  // A key of another client's is told of whether there is such a ticket or not, and nothing besides.
  const { items } = await denied(atAcme);
  expect(items.map(({ client, data }) => [client?.name, data['asked'], data['id']]).sort()).toEqual(
    [
      ['Acme', key, undefined],
      ['Acme', 'BIRCH-999', undefined],
      ['Acme', id, undefined],
    ].sort(),
  );
  const trail = JSON.stringify(await read('limit=200', atBirch));
  expect(trail).not.toContain('Ada Curious');
  expect(trail).not.toContain(ada);
});
