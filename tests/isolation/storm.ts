import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll } from 'vitest';
import type { Tx } from '#platform/database/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { type Desk, openDesk } from '../desk.ts';
import { hire, type Person } from '../people.ts';

const CLIENTS = 50;
const CONNECTIONS = 4;
/** Requests on their way at once: more than there are connections, so that each is handed from one client to the next. */
const AT_ONCE = 16;

type Firm = { id: string; who: Person };
type Storm = { desk: Desk; admin: pg.Client; firms: readonly Firm[]; origin: string };

/** A desk of many clients, each with somebody who works for it alone, on few connections. */
export async function openStorm(): Promise<Storm> {
  const desk = await openDesk({ maxConnections: CONNECTIONS });
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  afterAll(() => admin.end());
  const firms: Firm[] = [];
  for (let i = 0; i < CLIENTS; i++) {
    const id = await desk.run(async (ctx) => {
      const client = await createClient(ctx, { name: `Firm ${i}`, code: `F${i}A`, timeZone: 'UTC' });
      await createContact(ctx, { clientId: client, name: `Person of firm ${i}` });
      return client;
    });
    const who = await hire(desk, { role: 'technician', clientIds: [id] });
    await who.call('POST', '/tickets', { kind: 'task', clientId: id, title: `Ticket of firm ${i}` });
    firms.push({ id, who });
  }
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
  return { desk, admin, firms, origin };
}

/** A sequence that looks random and is the same each time (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const scopeOf = ({ id, who }: Firm) =>
  ({ principal: 'staff', principalId: who.id, allClients: false, clientIds: [id] }) as const;

/** The clients of whom anything is seen. */
const inSight = async (tx: Tx): Promise<string[]> => {
  const [tickets, contacts] = [
    await tx.selectFrom('tickets').select('client_id').execute(),
    await tx.selectFrom('contacts').select('client_id').execute(),
  ];
  return [...tickets, ...contacts].map((row) => row.client_id);
};

/** Ways in which a request ends; each gives the clients that it saw, or throws as it was meant to. */
const WAYS: Record<string, (storm: Storm, firm: Firm) => Promise<readonly string[]>> = {
  reads: ({ desk }, firm) => desk.services.db.as(scopeOf(firm), inSight),
  asks: async (_, { who }) => {
    const { items } = (await who.call('GET', '/tickets?limit=200')).body as { items: { client: { id: string } }[] };
    return items.map((item) => item.client.id);
  },
  writes: async (_, { id, who }) => {
    await who.call('POST', '/contacts', { clientId: id, name: 'One more' });
    return [id];
  },
  throws: ({ desk }, firm) =>
    desk.services.db.as(scopeOf(firm), async (tx) => {
      await inSight(tx);
      throw new Error('thrown');
    }),
  fails: ({ desk }, firm) =>
    desk.services.db.as(scopeOf(firm), async (_tx, hot) => {
      await hot('', 'select 1 / 0', []);
      return [];
    }),
  'times out': ({ desk }, firm) =>
    desk.services.db.as(scopeOf(firm), async (_tx, hot) => {
      await hot('', 'set local statement_timeout = 2', []);
      await hot('', 'select pg_sleep(5)', []);
      return [];
    }),
  'is cancelled': ({ desk, admin }, firm) => interrupted(desk, admin, firm, 'pg_cancel_backend'),
  'loses its connection': ({ desk, admin }, firm) => interrupted(desk, admin, firm, 'pg_terminate_backend'),
  'goes back and on': ({ desk }, firm) =>
    desk.services.db.as(scopeOf(firm), async (tx, hot) => {
      await hot('', 'savepoint one', []);
      await hot('', 'select 1 / 0', []).catch(() => {});
      await hot('', 'rollback to savepoint one', []);
      return inSight(tx);
    }),
  'is not waited for': async ({ origin }, { who }) => {
    const away = new AbortController();
    const answer = fetch(`${origin}/api/v1/tickets`, {
      headers: { authorization: `Bearer ${who.key}` },
      signal: away.signal,
    });
    setImmediate(() => away.abort());
    await answer;
    return [];
  },
};

async function interrupted(desk: Desk, admin: pg.Client, firm: Firm, how: string): Promise<string[]> {
  return desk.services.db.as(scopeOf(firm), async (_tx, hot) => {
    const [own] = await hot<{ pid: number }>('', 'select pg_backend_pid() as pid', []);
    await Promise.all([hot('', 'select pg_sleep(5)', []), admin.query(`select ${how}($1)`, [own?.pid])]);
    return [];
  });
}

/** How often each way is taken, of 100. */
const OFTEN: readonly (readonly [way: string, share: number])[] = [
  ['reads', 40],
  ['asks', 15],
  ['writes', 5],
  ['throws', 12],
  ['fails', 10],
  ['times out', 5],
  ['is cancelled', 3],
  ['loses its connection', 1],
  ['goes back and on', 6],
  ['is not waited for', 3],
];
const BY_ROLL = OFTEN.flatMap(([way, share]) => Array.from({ length: share }, () => way));

export type Damage = { ended: Record<string, number>; foreign: string[]; leftBehind: number; checkouts: number };

/** Many requests of many clients, ended in all ways; nothing of one may reach another, nor stay on a connection. */
export async function rage(storm: Storm, requests: number, seed = 1): Promise<Damage> {
  const roll = dice(seed);
  const damage: Damage = { ended: {}, foreign: [], leftBehind: 0, checkouts: 0 };
  const { pool } = storm.desk.services.db;
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  // Every connection is looked at before it is handed on: with no scope stated, nothing may be seen.
  Object.assign(pool, {
    connect: async () => {
      const client = await connect();
      const { rows } = await client.query<{ ctx: string; n: number }>(
        "select coalesce(current_setting('fettle.ctx', true), '') as ctx, (select count(*)::int from fettle.tickets) as n",
      );
      damage.checkouts += 1;
      if (rows[0]?.ctx !== '' || rows[0]?.n !== 0) damage.leftBehind += 1;
      return client;
    },
  });
  let left = requests;
  const worker = async () => {
    while (left-- > 0) {
      const firm = storm.firms[roll(storm.firms.length)] as Firm;
      const way = BY_ROLL[roll(BY_ROLL.length)] as string;
      const saw = await WAYS[way]?.(storm, firm).catch(() => []);
      damage.ended[way] = (damage.ended[way] ?? 0) + 1;
      for (const id of saw ?? []) if (id !== firm.id) damage.foreign.push(`${way}: ${firm.id} saw ${id}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  Object.assign(pool, { connect });
  return damage;
}

/** What the connections that are left say when nobody has stated a scope. */
export async function silence({ desk }: Storm): Promise<string[]> {
  const { pool } = desk.services.db;
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.connect()));
  const said = await Promise.all(
    clients.map(async (client) => {
      const { rows } = await client.query<{ text: string }>(
        "select coalesce(current_setting('fettle.ctx', true), '') || app.principal() || (select count(*) from fettle.tickets) as text",
      );
      return rows[0]?.text ?? '';
    }),
  );
  for (const client of clients) client.release();
  return said;
}
