import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { DEFAULT_LIFECYCLES, LIFECYCLE_VARIANTS } from '#kernel/lifecycle-defaults.ts';
import { actOn } from '#server/automation/threshold/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { sweepClocks } from '#server/practices/service-level/index.ts';
import type { AnnouncementRow } from '#shared/announcement.ts';
import type { InvoiceRow, InvoiceView, RunRow, RunView } from '#shared/billing.ts';
import type { BoardView, MeetingView } from '#shared/cab.ts';
import type { CausedIncident, ChangeModelView, PlannedWork } from '#shared/change.ts';
import type { VarianceView, VendorNameView } from '#shared/count.ts';
import type { ImprovementRow } from '#shared/improvement.ts';
import type { ArticlePage } from '#shared/knowledge.ts';
import type { MajorView } from '#shared/major.ts';
import type { RecurringRow } from '#shared/margin.ts';
import type { QuoteDetail, QuoteRow } from '#shared/quote.ts';
import { type Desk, openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import { loadSample } from './index.ts';
import { progressOf } from './progress.ts';
import { CHANGES, REPEATED } from './world/changes.ts';
import { CARRIER } from './world/major.ts';

const SIZE = { clients: 3, tickets: 40 };
const LONG = 240_000;
/** Incidents that a change caused, and those of a major incident that are no outage of the story. */
const OF_PRACTICES = [
  ...CHANGES.flatMap(({ caused = [] }) => caused.map(({ title }) => title)),
  ...[CARRIER.title, ...CARRIER.alike],
];
// Without a worker: what clocks say is noted once the load is whole, at the same instant at both desks.
const [desk, other] = [await openDesk({ roles: ['web'] }), await openDesk({ roles: ['web'] })];
const owner = await hire(desk, { name: 'Olive Owner' });
await hire(other, { name: 'Olive Owner' });
// The provider is there once Fettle is set up; what concerns several clients is its.
for (const { run } of [desk, other])
  await run(async (ctx) => {
    const id = await createClient(ctx, { name: 'Harbour IT', code: 'MSP', timeZone: 'UTC' });
    await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', id).execute();
  });

/** What a desk holds by the end of the sample, without ids. */
async function contents({ run, services }: Desk) {
  const progress = await run(progressOf);
  await sweepClocks({ ...services, now: () => progress?.endsAt ?? services.now() }, actOn);
  return run(async ({ tx }) => ({
    tickets: await tx
      .selectFrom('tickets')
      .select(['key', 'title', 'description', 'status', 'priority', 'created_at', 'closed_at', 'reassignment_count'])
      .orderBy('key')
      .execute(),
    messages: await tx
      .selectFrom('messages')
      .select(['body_html', 'author_name', 'visibility', 'created_at'])
      .orderBy('created_at')
      .orderBy('body_html')
      .execute(),
    contacts: await tx
      .selectFrom('contacts')
      .select(['name', 'email', 'title'])
      .orderBy('email')
      .orderBy('created_at')
      .execute(),
    clocks: await tx
      .selectFrom('ticket_clocks')
      // A team's own target goes by the team's id, which is another at each desk.
      .select([sql<string>`split_part(target, ':', 1)`.as('kind'), 'state', 'due_at', 'consumed_seconds'])
      .orderBy('started_at')
      .orderBy('kind')
      .orderBy('state')
      .orderBy('due_at')
      .orderBy('consumed_seconds')
      .execute(),
  }));
}

test(
  'a load that was broken off goes on, tells how far it is, and a second one changes nothing',
  async () => {
    const breaking = new AbortController();
    breaking.abort(new Error('stopped'));
    await expect(loadSample(desk.services, { ...SIZE, signal: breaking.signal })).rejects.toThrow('stopped');
    const lines: string[] = [];
    await loadSample({ ...desk.services, say: (line) => void lines.push(line) }, SIZE);
    expect([lines[0], lines.at(-1)]).toEqual([
      expect.stringContaining('sample MSP'),
      expect.stringMatching(/complete: 3 clients and \d+ tickets, in \d+ s/),
    ]);
    const before = await contents(desk);
    // What is ordered from the catalogue comes on top of the story.
    const ordered = await desk.run(({ tx }) => tx.selectFrom('requests').select('ticket_id').execute());
    expect(ordered.length).toBeGreaterThan(3);
    // So do problems, changes, and the tasks of reviews.
    const practised = await desk.run(({ tx }) =>
      tx
        .selectFrom('tickets')
        .select('id')
        .where(({ or, eb }) => or([eb('kind', 'in', ['problem', 'change', 'task']), eb('title', 'in', OF_PRACTICES)]))
        .execute(),
    );
    const total = before.tickets.length - ordered.length - practised.length;
    expect(total).toBeGreaterThanOrEqual(SIZE.tickets);
    const { progress } = (await owner.call('GET', '/sample')).body as { progress: Record<string, unknown> };
    expect(progress).toMatchObject({ done: total, total, finishedAt: expect.any(String) });
    await loadSample(desk.services, SIZE);
    expect(await contents(desk)).toEqual(before);
  },
  LONG,
);

test(
  'the same instant gives another desk the same content',
  async () => {
    const row = await desk.run(({ tx }) => tx.selectFrom('sample_load').selectAll().executeTakeFirstOrThrow());
    await loadSample({ ...other.services, now: () => row.ends_at }, SIZE);
    expect(await contents(other)).toEqual(await contents(desk));
  },
  LONG,
);

test('nobody in it can sign in, nobody is told of anything, and nothing waits to be done', async () => {
  const rows = await desk.run(async ({ tx }) => ({
    credentials: await tx.selectFrom('credentials').select('staff_id').execute(),
    notifications: await tx.selectFrom('notifications').select('text').where('kind', '<>', 'service_level').execute(),
    due: await tx
      .selectFrom('ticket_clocks')
      .innerJoin('sample_load', (join) => join.onTrue())
      .select('ticket_clocks.target')
      .whereRef('ticket_clocks.next_threshold_at', '<=', 'sample_load.ends_at')
      .execute(),
  }));
  expect(rows).toEqual({ credentials: [], notifications: [], due: [] });
});

test('what Harbour IT has written down was reviewed and published by its own people', async () => {
  const { items } = (await owner.call('GET', '/articles?limit=200')).body as ArticlePage;
  expect(items.length).toBeGreaterThanOrEqual(12);
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['published', 'draft']));
  expect(items.some(({ draftState }) => draftState === 'in_review')).toBe(true);
  expect(items.some(({ overdue }) => overdue)).toBe(true);
  expect(items.every((item) => item.owner !== null && item.category !== null)).toBe(true);
});

test('what is made better is measured: one helped with confidence, one is under way, one is an idea', async () => {
  const { items } = (await owner.call('GET', '/improvements')).body as { items: ImprovementRow[] };
  expect(items.map(({ status }) => status).sort()).toEqual(['achieved', 'doing', 'idea']);
  expect(items.find(({ status }) => status === 'achieved')?.effect).toMatch(/^Better, almost certainly/);
  expect(items.find(({ status }) => status === 'doing')).toMatchObject({ baseline: expect.any(Number), client: null });
});

test('clients are told what runs, what is to come and what was', async () => {
  const { items } = (await owner.call('GET', '/announcements')).body as { items: AnnouncementRow[] };
  expect(new Set(items.map(({ kind, state }) => `${kind} ${state}`))).toEqual(
    new Set(['maintenance published', 'outage published', 'notice published', 'outage ended', 'maintenance ended']),
  );
  expect(
    items.every(({ audience, services }) => audience === 'all' || audience === 'chosen' || services.length > 0),
  ).toBe(true);
});

test('every step that a ticket took is one that its lifecycle has', async () => {
  const steps = await desk.run(({ tx }) =>
    tx
      .selectFrom('events')
      .innerJoin('tickets', 'tickets.id', 'events.subject_id')
      .select(['tickets.kind', 'events.data', 'events.type'])
      .where('events.type', '=', 'ticket.moved')
      .execute(),
  );
  expect(steps.length).toBeGreaterThan(20);
  for (const { kind, data } of steps) {
    const { status: [from, to] = [] } = (data as { changes: { status?: [string, string] } }).changes;
    if (!from || !to) continue;
    const variants = Object.entries(LIFECYCLE_VARIANTS).filter(([key]) => key.startsWith(`${kind}.`));
    const known = [DEFAULT_LIFECYCLES[kind as 'incident'], ...variants.map(([, variant]) => variant)].some(
      ({ transitions }) =>
        transitions.some((step) => step.to === to && (step.from.includes(from) || step.from.includes('*'))),
    );
    expect([kind, from, to, known]).toEqual([kind, from, to, true]);
  }
});

test('what has been quiet for hours is read, what is new is not, and references are those of other systems', async () => {
  const { tickets, reads, ends_at } = await desk.run(async ({ tx }) => ({
    ...(await tx.selectFrom('sample_load').select('ends_at').executeTakeFirstOrThrow()),
    tickets: await tx.selectFrom('tickets').select(['id', 'external_ref', 'source', 'updated_at']).execute(),
    reads: await tx.selectFrom('ticket_reads').select(['ticket_id', 'staff_id']).execute(),
  }));
  expect(new Set(reads.map(({ staff_id }) => staff_id))).toEqual(new Set([owner.id]));
  const read = new Set(reads.map(({ ticket_id }) => ticket_id));
  const before = (hours: number) => new Date(Date.parse(ends_at) - hours * 3_600_000).toISOString();
  const quiet = tickets.filter(({ updated_at }) => updated_at < before(24));
  expect(quiet.filter(({ id }) => !read.has(id)).length).toBeLessThan(quiet.length / 10);
  expect(tickets.filter(({ id }) => !read.has(id)).length).toBeGreaterThan(0);
  for (const { source, external_ref } of tickets)
    expect(external_ref ?? '').toMatch(source === 'monitoring' ? /^RMM-4\d{6}$/ : /^$/);
});

test('the clocks say what the plan meant: few open tickets are late', async () => {
  const { ends_at } = await desk.run(({ tx }) => tx.selectFrom('sample_load').selectAll().executeTakeFirstOrThrow());
  const open = await desk.run(({ tx }) =>
    tx.selectFrom('tickets').select(['due_at', 'priority', 'assignee_id']).where('is_open', '=', true).execute(),
  );
  const late = open.filter(({ due_at }) => due_at !== null && due_at <= ends_at);
  // Of a few tickets, those that are late on purpose are a larger share than in the whole.
  expect(late.length).toBeLessThan(open.length / 3);
  expect(open.filter(({ priority, assignee_id }) => priority === 1 && assignee_id === null)).toEqual([]);
});

test('changes stand on every part of their way, the board has something to decide, and a major incident was looked back at', async () => {
  const found = await desk.run(async ({ tx }) => ({
    changes: await tx.selectFrom('tickets').select('status').where('kind', '=', 'change').execute(),
    outcomes: await tx.selectFrom('changes').select('outcome').where('outcome', 'is not', null).execute(),
    majors: await tx.selectFrom('major_incidents').select('state').execute(),
  }));
  expect(new Set(found.changes.map(({ status }) => status))).toEqual(
    new Set(['draft', 'assess', 'authorise', 'scheduled', 'review', 'closed']),
  );
  expect(new Set(found.outcomes.map(({ outcome }) => outcome))).toEqual(
    new Set(['successful', 'successful_with_issues', 'failed', 'backed_out']),
  );
  expect(found.majors).toEqual([{ state: 'completed' }]);
  const { items } = (await owner.call('GET', '/cab-boards')).body as { items: BoardView[] };
  expect(items).toMatchObject([{ due: 3, quorum: 2, meetings: [{ state: 'planned' }, { state: 'closed' }] }]);
  const meeting = async (at: 0 | 1) =>
    (await owner.call('GET', `/cab-meetings/${items[0]?.meetings[at]?.id}`)).body as MeetingView;
  expect((await meeting(0)).agenda).toHaveLength(3);
  const { people, agenda } = await meeting(1);
  expect(people.filter(({ present }) => present)).toHaveLength(2);
  expect(agenda).toMatchObject([
    { outcome: 'approved', note: expect.stringContaining('One switch first'), seconds: 300 },
  ]);
  expect(agenda[0]?.voters.filter(({ vote }) => vote === 'approve')).toHaveLength(2);
});

test('every change is somebody’s work, and two of the board decided about each that it was asked about', async () => {
  const changes = await desk.run(({ tx }) =>
    tx.selectFrom('tickets').select(['team_id', 'assignee_id']).where('kind', '=', 'change').execute(),
  );
  expect(changes.filter(({ team_id, assignee_id }) => team_id === null || assignee_id === null)).toEqual([]);
  const steps = await desk.run(({ tx }) =>
    tx
      .selectFrom('approval_steps')
      .select(['state', 'needed', 'approvals'])
      .where('name', '=', 'Change board')
      .execute(),
  );
  expect(steps.filter(({ needed }) => needed !== 2)).toEqual([]);
  expect(steps.filter(({ state, approvals }) => state === 'approved' && approvals !== 2)).toEqual([]);
  expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['approved', 'open']));
});

test('a change of Acme waits for its director, who sees it in the portal', async () => {
  const director = await desk.run(({ tx }) =>
    tx
      .selectFrom('contacts as c')
      .innerJoin('clients as k', 'k.id', 'c.client_id')
      .select(['c.id as contactId', 'c.client_id as clientId'])
      .where('k.code', '=', 'ACME')
      .where(sql<boolean>`'director' = any (c.roles)`)
      .executeTakeFirstOrThrow(),
  );
  const person = await enterAs(desk, { ...director, way: 'mail' });
  const { items } = (await person.call('GET', '/portal/planned-work')).body as { items: PlannedWork[] };
  const waiting = items.filter(({ waitsForMe }) => waitsForMe).map(({ title }) => title);
  expect(waiting).toContain('Newer Windows on the file server');
});

test('what a failed change caused is known by its evidence, and incidents are about devices that exist', async () => {
  const [failed] = await desk.run(({ tx }) =>
    tx
      .selectFrom('tickets')
      .select('id')
      .where('title', '=', 'Shared drives to faster disks')
      .where('kind', '=', 'change')
      .execute(),
  );
  const { items } = (await owner.call('GET', `/changes/${failed?.id}/incidents`)).body as { items: CausedIncident[] };
  expect(items.filter(({ linked }) => linked)).toMatchObject([
    { title: 'Drawings on the shared drive open as empty files', evidence: expect.stringContaining('ACME-FS01') },
    { title: 'No rights on the folder of the tenders any more', evidence: expect.stringContaining('ACME-FS01') },
  ]);
  const silent = await desk.run(({ tx }) =>
    tx
      .selectFrom('tickets as t')
      .select('t.title')
      .where('t.kind', '=', 'incident')
      .where('t.merged_into_id', 'is', null)
      .where(sql<boolean>`t.title ~ '(ACME|BIRCH|TIDE)-(LT|PC|FS|DC|NAS|FW)[0-9]'`)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('ticket_items as i').select('i.item_id').whereRef('i.ticket_id', '=', 't.id'))),
      )
      .execute(),
  );
  expect(silent).toEqual([]);
});

test('a model with ten clean runs can become a standard change, and a template of which one failed is suspended', async () => {
  const { items } = (await owner.call('GET', '/change-models')).body as { items: ChangeModelView[] };
  expect(items.find(({ name }) => name === REPEATED.name)).toMatchObject({
    runs: 10,
    cleanRuns: 10,
    state: 'in_force',
  });
  expect(items.filter(({ state }) => state === 'suspended')).toMatchObject([
    { name: 'Restart of a server', stateWhy: expect.stringMatching(/ failed\.$/) },
  ]);
  const run = await desk.run(({ tx }) =>
    tx
      .selectFrom('tickets')
      .select('key')
      .where('title', '=', 'Firmware of the firewall')
      .where('kind', '=', 'change')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  expect((await owner.call('POST', `/changes/${run.key}/template`)).status).toBe(201);
});

test('a major incident of two clients was told of on its cadence, resolved with all its tickets, and has its actions', async () => {
  const { items } = (await owner.call('GET', '/major-incidents')).body as { items: { key: string }[] };
  const major = (await owner.call('GET', `/major-incidents/${items[0]?.key}`)).body as MajorView;
  expect(major.clients.map(({ tickets }) => tickets).sort()).toEqual([1, 2]);
  expect(major.review?.actions).toHaveLength(2);
  const { items: told } = (await owner.call('GET', '/announcements')).body as { items: AnnouncementRow[] };
  expect(told.some(({ title, state }) => title === CARRIER.toldTitle && state === 'ended')).toBe(true);
  const open = await desk.run(({ tx }) =>
    tx.selectFrom('tickets').select('key').where('title', 'in', OF_PRACTICES).where('is_open', '=', true).execute(),
  );
  expect(open).toEqual([]);
});

test('clients were offered what is in the price book: one quote waits with an option, one was signed and became an order', async () => {
  const { items } = (await owner.call('GET', '/quotes')).body as { items: QuoteRow[] };
  expect(items.map(({ client, state }) => `${client.name} ${state}`).sort()).toEqual([
    'Acme expired',
    'Acme sent',
    'Birch Legal accepted',
    'Birch Legal draft',
    'Coral Dental declined',
  ]);
  const of = async (state: string) =>
    (await owner.call('GET', `/quotes/${items.find((one) => one.state === state)?.id}`)).body as QuoteDetail;
  expect((await of('sent')).lines.map(({ choice }) => choice)).toEqual([
    ...['fixed', 'fixed', 'optional', 'fixed', 'one_of', 'one_of'],
  ]);
  const accepted = await of('accepted');
  const drafted = { name: accepted.title };
  expect(accepted.made).toMatchObject({ contract: drafted, order: { lines: 1 }, project: drafted });
});

test('the books show three months that are billed and closed, and one that waits to be billed with nothing in its way', async () => {
  const ask = async <T>(url: string) => (await owner.call('GET', url)).body as T;
  const { items: runs } = await ask<{ items: RunRow[] }>('/billing-runs');
  expect(runs.map(({ state, invoices }) => [state, invoices >= SIZE.clients])).toEqual([
    ['open', false],
    ['closed', true],
    ['closed', true],
    ['closed', true],
  ]);
  const { bills } = await ask<RunView>(`/billing-runs/${runs[0]?.id}`);
  expect(bills.map(({ client, state }) => [client.name, state])).toEqual(
    bills.map(({ client }) => [client.name, expect.stringMatching(/ready|review/)]),
  );
  expect(new Set(bills.map(({ client }) => client.name))).toEqual(new Set(['Acme', 'Birch Legal', 'Coral Dental']));
  const recurring = await ask<{ items: RecurringRow[] }>('/recurring-revenue');
  const ending = recurring.items.filter(({ ends }) => ends !== null);
  expect(ending.map(({ client, renews }) => [client.name, renews])).toEqual([['Birch Legal', true]]);
  const { items } = await ask<{ items: InvoiceRow[] }>('/invoices?limit=100');
  expect(new Set(items.map(({ state }) => state))).toContain('paid');
  const [acme] = items.filter(({ client }) => client.name === 'Acme');
  const { lines } = await ask<InvoiceView>(`/invoices/${acme?.id}`);
  const users = lines.find(({ name }) => name.startsWith('All-inclusive user'));
  // Two people came in the middle of the month, whose price had just risen.
  const parts = users?.why.parts ?? [];
  expect(parts.map(({ price }) => price)).toEqual(['143.87', '143.87']);
  expect(Number(parts[1]?.quantity) - Number(parts[0]?.quantity)).toBe(2);
  // A vendor's newer list calls what Birch has otherwise: somebody has to say once that it is the same.
  const { items: names } = await ask<{ items: VendorNameView[] }>('/vendor-names');
  expect(names.filter(({ kind, state }) => kind === 'product' && state === 'open')).toMatchObject([
    { name: 'Microsoft 365 Business Premium (NCE)' },
  ]);
  const variances = async () =>
    (await ask<{ items: VarianceView[] }>('/count-variances?state=open')).items.map(({ client, line, difference }) => [
      ...[client.name, line.name, difference],
    ]);
  expect(await variances()).toEqual([['Birch Legal', 'Monitored device', '-2']]);
  const [product] = (await ask<{ items: { id: string; name: string }[] }>('/vendor-products')).items;
  const name = names.find(({ state }) => state === 'open');
  const mapped = await owner.call('PUT', '/vendor-names', {
    ...{ version: 0, vendor: 'Cloud distributor', kind: 'product', name: name?.name, productId: product?.id },
  });
  expect(mapped.status, mapped.text).toBeLessThan(300);
  expect(await variances()).toEqual([
    ['Birch Legal', 'Monitored device', '-2'],
    ['Birch Legal', 'Microsoft 365 Business Premium', '3'],
  ]);
});
