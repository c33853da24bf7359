import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { generate, prepareBulk } from '../../tools/bench/generate/generate.ts';
import { buildWorld, type Call } from '../../tools/bench/generate/world.ts';
import { type Known, learnKnown } from '../../tools/bench/shapes.ts';
import { type Desk, openDesk } from '../desk.ts';
import { hire } from '../people.ts';
import { enterAs } from '../portal-people.ts';
import type { Asker } from './check.ts';

/** Who asks: an owner; and of the largest client somebody who sees all of it, and somebody who sees what is their own. */
type Askers = Record<'owner' | 'boss' | 'ada', Asker>;

/** A desk with so many generated tickets and mail about each, and those who ask. */
export async function bulkDesk(
  tickets: number,
  world = { clients: 20, staff: 16 },
): Promise<{ desk: Desk; askers: Askers; known: Known }> {
  const desk = await openDesk();
  const owner = await hire(desk);
  const call: Call = async (method, url, body) => {
    const answer = await owner.call(method, url, body);
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  await buildWorld(call, world);
  await prepareBulk(desk.adminUrl);
  await generate(desk.adminUrl, { from: 1, to: tickets, now: new Date().toISOString() });
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  await admin.query(readFileSync(join(import.meta.dirname, 'mail.sql'), 'utf8'));
  const known = await learnKnown(admin);
  const people = await peopleOf(admin, known.clients[0] as string);
  await admin.end();
  const scope = { principal: 'staff', principalId: owner.id, allClients: true, clientIds: [] } as const;
  const [boss, ada] = await Promise.all(
    people.map((contactId) => asContact(desk, known.clients[0] as string, contactId)),
  );
  if (!boss || !ada) throw new Error('The largest client has too few people');
  return {
    desk,
    askers: { owner: { scope, call: owner.call }, boss: { ...boss, scope: { ...boss.scope, companyWide: true } }, ada },
    known,
  };
}

/** The two of a client's people with most tickets; the first is let see all of the client. */
async function peopleOf(admin: pg.Client, client: string): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    `select requester_id as id from fettle.tickets where client_id = $1 and requester_id is not null
     group by 1 order by count(*) desc, 1 limit 2`,
    [client],
  );
  await admin.query("update fettle.contacts set sees = 'all' where client_id = $1 and id = $2", [client, rows[0]?.id]);
  return rows.map(({ id }) => id);
}

async function asContact(desk: Desk, clientId: string, contactId: string): Promise<Asker> {
  const browser = await enterAs(desk, { clientId, contactId, way: 'staff_link' });
  return {
    scope: { principal: 'contact', principalId: contactId, allClients: false, clientIds: [clientId], contactId },
    call: (method, url) => browser.call(method, url),
  };
}
