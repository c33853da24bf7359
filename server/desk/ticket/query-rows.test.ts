import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { closed } from '#platform/http/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { TicketPage } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const tom = await hire(desk, { name: 'Tom Tech' });
const { acme, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme "Quotes" & Sons', code: 'ACME', timeZone: 'UTC' });
  return { acme, ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }) };
});
const validator = Compile(closed(TicketPage) as typeof TicketPage);
const page = async (query: string) => (await tom.call('GET', `/tickets?${query}`)).body as TicketPage;

test('a list that PostgreSQL writes has the shape that the API promises, bare and full lines alike', async () => {
  await tom.call('POST', '/tickets', { kind: 'task', clientId: acme, title: 'Bare' });
  const full = {
    requesterId: ada,
    assigneeId: tom.id,
    tags: ['one "two"', '\\slash'],
    title: 'Full\tof "marks" \\ 😀',
  };
  const made = await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, ...full });
  const { key } = made.body as { key: string };
  await tom.call('POST', `/tickets/${key}/messages`, { visibility: 'public', body: '<p>“Hello” \\o/</p>' });
  const list = await page('sort=created');
  expect([...validator.Errors(list)]).toEqual([]);
  expect(list.items).toMatchObject([
    {
      ...{ key, title: full.title, tags: full.tags, unread: true },
      client: { name: 'Acme "Quotes" & Sons', code: 'ACME' },
      requester: { name: 'Ada Adams', vip: false },
      assignee: { id: tom.id, name: 'Tom Tech' },
      lastMessage: { text: '“Hello” \\o/' },
      clock: { target: 'resolution', state: 'running' },
    },
    { title: 'Bare', requester: null, assignee: null, team: null, clock: null, lastMessage: null, dueAt: null },
  ]);
});

test('lines tell instants as every other answer does', async () => {
  const [line] = (await page('q=marks')).items;
  const { body } = await tom.call('GET', `/tickets/${line?.key}`);
  expect(body).toMatchObject({ createdAt: line?.createdAt, updatedAt: line?.updatedAt, dueAt: line?.dueAt });
  expect(line?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('pages follow each other without gap or repeat, under every sort and in a search', async () => {
  for (let i = 0; i < 7; i++)
    await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title: `Paged ${i}`, impact: 1 + (i % 3) });
  for (const sort of [
    'sort=updated',
    'sort=created',
    'sort=priority',
    'sort=due',
    'sort=resolved',
    'q=paged',
    'q=paged&kind=incident',
  ]) {
    const all = (await page(sort)).items.map(({ key }) => key);
    const walked: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const next: TicketPage = await page(`${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
      walked.push(...next.items.map(({ key }) => key));
      cursor = next.nextCursor;
    }
    expect(walked).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(7);
  }
});
