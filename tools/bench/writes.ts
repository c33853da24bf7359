import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { Door } from './http.ts';
import type { Known } from './shapes.ts';

const nth = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** Logs a ticket through the API, with all its effects: row, event, clocks, tags, words. */
export function createOne(door: Door, { contacts, teams, categories }: Known, i: number): Promise<Buffer> {
  const requester = nth(contacts, i);
  return door.call('POST', '/tickets', {
    kind: 'incident',
    clientId: requester.client_id,
    requesterId: requester.id,
    title: 'Printer does not start in the branch office',
    description: '<p>It stopped after lunch. Another cable did not help, and the whole team waits for the labels.</p>',
    teamId: nth(teams, 2 * i + 1),
    categoryId: nth(categories, i),
    source: 'phone',
    tags: ['printing', 'branch'],
  });
}

/** Saves a change of a ticket on top of the version that was just read, as a person does. */
export async function saveOne(
  door: Door,
  { tickets }: Known,
  i: number,
  timed: (save: Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const { id } = nth(tickets, i * 7);
  const before = await door.json<{ version: number; impact: number }>('GET', `/tickets/${id}`);
  await timed(door.call('PATCH', `/tickets/${id}`, { version: before.version, impact: (before.impact % 3) + 1 }));
}

type Statement = { name: string; text: string; rows: unknown[][] };
type Copy = { clientId: string; statements: Statement[] };

/** What a logged ticket left behind, by table; `id` is the column that holds the ticket. */
const TABLES = [
  ['tickets', 'id'],
  ['events', 'subject_id'],
  ['ticket_clocks', 'ticket_id'],
  ['search_documents', 'ticket_id'],
  ['ticket_tags', 'ticket_id'],
] as const;

/**
 * The same rows in the same transaction, without us: begin, one prepared insert per table, commit, by a role that no policy
 * binds. What it is measured against the API for is everything but the rows: HTTP, rights, rules, scope.
 */
export class RawWriter {
  readonly #pool: pg.Pool;
  readonly #copies: Copy[] = [];
  #next = 50_000_000;

  constructor(adminUrl: string) {
    this.#pool = new pg.Pool({ connectionString: adminUrl, max: 8, options: '-c search_path=fettle -c TimeZone=UTC' });
  }

  /** Takes the rows of tickets that the API logged as patterns. */
  async learn(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const statements: Statement[] = [];
      let clientId = '';
      for (const [table, column] of TABLES) {
        const names = await this.#columns(table);
        const list = names.map((name) => `${name}::text`).join(', ');
        const { rows } = await this.#pool.query({
          text: `select ${list} from ${table} where ${column} = $1`,
          values: [id],
          rowMode: 'array',
        });
        if (rows.length === 0) throw new Error(`A logged ticket left nothing in ${table}`);
        const places = rows.map(
          (row, r) => `(${(row as unknown[]).map((_, c) => `$${r * names.length + c + 1}`).join(', ')})`,
        );
        const text = `insert into ${table} (${names.join(', ')}) values ${places.join(', ')}`;
        statements.push({ name: `raw_${table}_${rows.length}`, text, rows: rows as unknown[][] });
        if (table === 'tickets') clientId = String(rows[0]?.[names.indexOf('client_id')]);
      }
      this.#copies.push({ clientId, statements: statements.map((one) => this.#mark(one, id)) });
    }
  }

  /** Marks the places of the ticket's own id, number, key and event id in the rows. */
  #mark(statement: Statement, id: string): Statement {
    const rows = statement.rows.map((row) => row.map((value) => (value === id ? TICKET : value)));
    return { ...statement, rows };
  }

  async write(i: number): Promise<void> {
    const copy = nth(this.#copies, i);
    const id = newId();
    const number = String(this.#next++);
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      for (const { name, text, rows } of copy.statements) {
        const values = rows.flat().map((value) => (value === TICKET ? id : value));
        if (name.startsWith('raw_tickets')) {
          values[this.#at('tickets', 'number')] = number;
          values[this.#at('tickets', 'key')] = `RAW-${number}`;
        }
        if (name.startsWith('raw_events')) values[this.#at('events', 'id')] = newId();
        await client.query({ name, text, values });
      }
      await client.query('commit');
    } finally {
      client.release();
    }
  }

  readonly #known = new Map<string, string[]>();

  #at(table: string, column: string): number {
    return this.#known.get(table)?.indexOf(column) ?? -1;
  }

  async #columns(table: string): Promise<string[]> {
    const known = this.#known.get(table);
    if (known) return known;
    const { rows } = await this.#pool.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [`fettle.${table}`],
    );
    const names = rows.map((row) => row.name);
    this.#known.set(table, names);
    return names;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

const TICKET = Symbol('the ticket');

/** Takes away what was logged since an instant, so that the next size begins clean. */
export async function forgetSince(admin: pg.Client, since: string): Promise<void> {
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `create temporary table logged as select client_id, id from fettle.tickets where created_at >= $1::timestamptz`.replace(
      '$1',
      `'${since}'`,
    ),
  );
  for (const [table, column] of [...TABLES].reverse())
    await admin.query(
      `delete from fettle.${table} x using logged l where x.client_id = l.client_id and x.${column} = l.id`,
    );
  await admin.query('drop table logged');
  await admin.query(`set session_replication_role = default`);
}
