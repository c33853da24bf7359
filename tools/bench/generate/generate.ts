import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEFAULT_LIFECYCLES } from '#kernel/lifecycle-defaults.ts';
import { decidePriority, type Level } from '#kernel/priority.ts';
import { BUILT_IN, promiseOf, type TicketPromise } from '#kernel/service-level.ts';
import { TICKET_KINDS, type TicketKind } from '#shared/vocabulary.ts';
import { WORDS } from './words.ts';

/**
 * Writes tickets in bulk, straight into the tables: the one exception to the write path, because commands would take hours for a
 * million. It writes what commands would have written, over two years, with every table that a ticket touches; a test compares.
 * Only for throwaway databases, and only as a superuser.
 */
export type GenerateOptions = {
  /** Tickets numbered from here … */
  from: number;
  /** … to here are written. */
  to: number;
  /** The instant at which they are as they are. */
  now: string;
  /** Checks every reference while writing, which takes several times as long. */
  checked?: boolean;
};

/** By kind, the status of each phase of a ticket's life; '' where the kind has none for it. */
const PHASES: Record<TicketKind, Record<string, string>> = {
  incident: life('new', 'assigned', 'in_progress', 'on_hold', 'resolved'),
  request: life('submitted', 'approved', 'fulfilling', 'on_hold', 'fulfilled'),
  problem: life('new', 'assess', 'root_cause_analysis', 'known_error', 'resolved'),
  change: life('draft', 'scheduled', 'implement', 'authorise', 'review'),
  task: life('new', 'in_progress', 'in_progress', 'on_hold', 'done'),
};

function life(fresh: string, assigned: string, working: string, waiting: string, resolved: string) {
  return { fresh, assigned, working, waiting, resolved, closed: 'closed', cancelled: 'cancelled' };
}

const part = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Makes the bulk's own schema: draws, words, people, and what is promised as it is built in. Once per database, after `buildWorld`. */
export async function prepareBulk(adminUrl: string): Promise<void> {
  const client = await connect(adminUrl);
  try {
    await client.query(part('1-tools.sql'));
    await client.query('insert into bench.words values ($1, $2, $3, $4, $5, $6, $7)', Object.values(WORDS));
    for (const priority of [1, 2, 3, 4, 5]) {
      const promised = promisedFor(priority);
      const seconds = [promised['first_response']?.seconds, promised['resolution']?.seconds];
      await client.query('insert into bench.targets values ($1, $2, $3)', [priority, ...seconds]);
      await client.query('insert into bench.terms values ($1, $2)', [priority, JSON.stringify(promised)]);
    }
    // What is promised for the other kinds: nothing.
    await client.query('insert into bench.terms values (0, $1)', ['{}']);
    for (const kind of TICKET_KINDS) await insertStatuses(client, kind);
    for (const impact of [1, 2, 3] as Level[])
      for (const urgency of [1, 2, 3] as Level[])
        for (const vip of [false, true]) {
          const { priority, why } = decidePriority({ impact, urgency, vip });
          const row = [impact, urgency, vip, priority, JSON.stringify(why)];
          await client.query('insert into bench.priorities values ($1, $2, $3, $4, $5)', row);
        }
    await client.query(part('2-people.sql'));
  } finally {
    await client.end();
  }
}

/** The calendar of generated clocks, which ran round the clock. */
const ALWAYS = '00000000-0000-8000-8000-000000000247';

/** What is built in, for a priority, as a ticket keeps it. */
function promisedFor(priority: number): TicketPromise {
  return Object.fromEntries(
    Object.entries(promiseOf([BUILT_IN], priority)).map(([target, { minutes, thresholds, rules }]) => [
      target,
      { seconds: minutes * 60, calendarId: ALWAYS, thresholds, rules, source: `P${priority} in "Built in"; 24 × 7` },
    ]),
  );
}

async function insertStatuses(client: pg.Client, kind: TicketKind): Promise<void> {
  const lifecycle = DEFAULT_LIFECYCLES[kind];
  for (const [phase, key] of Object.entries(PHASES[kind])) {
    const status = lifecycle?.statuses.find((one) => one.key === key);
    if (!lifecycle || !status) throw new Error(`${kind} has no status ${key}`);
    await client.query('insert into bench.statuses values ($1, $2, $3, $4, $5, $6, $7)', [
      kind,
      phase,
      key,
      status.category,
      status.hold ?? false,
      lifecycle.initial,
      lifecycle.resolutionCodes?.[0] ?? 'other',
    ]);
  }
}

/** How many tickets one statement writes. */
const BATCH = 100_000;
/** From here on indexes are dropped while rows are written, and made anew: a fraction of the time. */
const MANY = 50_000;

const FILES = ['4-conversation.sql', '5-clocks.sql', '6-tickets.sql', '7-rows.sql', '8-words.sql', '9-events.sql'];
const FILLED = [
  'tickets', 'events', 'messages', 'ticket_clocks', 'search_documents', 'ticket_tags', 'ticket_custom_values', 'ticket_watchers',
  'ticket_links', 'ticket_reads', 'time_entries', 'checklist_items', 'notifications',
]; // biome-ignore format: a list

/** Writes the tickets and brings statistics up to date. `tell` hears of each batch. */
export async function generate(
  adminUrl: string,
  options: GenerateOptions,
  tell: (done: number) => void = () => {},
): Promise<void> {
  const client = await connect(adminUrl);
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'`);
    if (!options.checked) await client.query('set session_replication_role = replica');
    const indexes = options.to - options.from >= MANY ? await dropIndexes(client) : [];
    for (let from = options.from; from <= options.to; from += BATCH) {
      const to = Math.min(options.to, from + BATCH - 1);
      await client.query('delete from bench.batch');
      await client.query('insert into bench.batch values ($1, $2, $3)', [from, to, options.now]);
      await client.query(part('3-lives.sql'));
      for (const file of FILES) await client.query(part(file));
      tell(to);
    }
    for (const sql of indexes) await client.query(sql);
    await client.query(
      `insert into fettle.search_words (word) select word from ts_stat('select all_words from fettle.search_documents tablesample system (${options.to > MANY ? 5 : 100})')
       where length(word) between 3 and 40 on conflict do nothing`,
    );
    await client.query(
      `vacuum (analyze) ${[...FILLED, 'search_words', 'clients', 'contacts'].map((name) => `fettle.${name}`).join(', ')}`,
    );
  } finally {
    await client.end();
  }
}

/** Drops what only speeds reading up, and returns how to make it anew. Keys stay. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as made from pg_index x
     where x.indrelid = any ($1::text[]::regclass[]) and not x.indisunique`,
    [FILLED.map((name) => `fettle.${name}`)],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map((row) => row.made);
}

async function connect(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('set timezone = UTC');
  return client;
}
