import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '../desk.ts';
import { hire } from '../people.ts';
import { statementsOf } from './statements.ts';

const desk = await openDesk();
const tom = await hire(desk, { name: 'Tom Tech' });
const { acme, ada, team } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
    team: await createTeam(ctx, { name: 'Desk', strategy: 'manual', members: [{ staffId: tom.id, lead: true }] }),
  };
});
const body = { kind: 'incident', clientId: acme, requesterId: ada, teamId: team, title: 'No mail', tags: ['mail'] };
const { key, id } = (await tom.call('POST', '/tickets', body)).body as TicketView;

/** The statements of a call, as they go to the database: what a reviewer of a change should see. */
async function sqlOf(method: 'GET' | 'POST' | 'PATCH', url: string, input?: object): Promise<string> {
  // Once before, so that who calls is known and calendars are at hand.
  if (method !== 'PATCH') await tom.call(method, url, input);
  const sent = await statementsOf(async () => {
    const { status, text } = await tom.call(method, url, input);
    if (status >= 300) throw new Error(`${method} ${url} answered ${status}: ${text}`);
  });
  const parts = sent.map(({ name, text }) => `-- ${name ?? 'not kept prepared'}\n${text.trim()};\n`);
  return `-- ${method} ${url
    .replaceAll(id, ':id')
    .replaceAll(key, ':key')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}\n\n${parts.join('\n')}`;
}

test.each([
  ['queue', 'GET', '/tickets?status=open'],
  ['queue-by-priority', 'GET', '/tickets?status=open&sort=priority'],
  ['queue-by-due', 'GET', '/tickets?status=open&sort=due'],
  ['queue-of-client', 'GET', `/tickets?status=open&clientId=${acme}`],
  ['queue-of-person', 'GET', '/tickets?status=open&assigneeId=me'],
  ['queue-unassigned', 'GET', '/tickets?status=open&assigneeId=none&sort=priority'],
  ['search', 'GET', '/tickets?q=mail'],
  ['palette', 'GET', '/tickets/search?q=mail&limit=6'],
  ['search-filtered', 'GET', '/tickets?q=mail&assigneeId=none'],
  ['count', 'GET', '/tickets/count?status=open'],
  ['triage', 'GET', '/tickets/triage'],
  ['ticket', 'GET', `/tickets/${key}`],
  ['timeline', 'GET', `/tickets/${id}/timeline`],
  ['clocks', 'GET', `/tickets/${id}/sla`],
  ['related', 'GET', `/tickets/${id}/related`],
  ['articles', 'GET', `/tickets/${id}/articles`],
  ['create', 'POST', '/tickets'],
  ['reply', 'POST', `/tickets/${id}/messages`],
  ['save', 'PATCH', `/tickets/${id}`],
] as const)('the SQL of %s is what was reviewed', async (name, method, url) => {
  const { version } = (await tom.call('GET', `/tickets/${id}`)).body as TicketView;
  const inputs = {
    GET: undefined,
    POST: url.endsWith('messages') ? { visibility: 'public', body: '<p>Hello</p>' } : body,
    PATCH: { version, impact: 1 },
  };
  await expect(await sqlOf(method, url, inputs[method])).toMatchFileSnapshot(`../../docs/sql/${name}.sql`);
});
