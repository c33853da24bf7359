import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importLog } from '#server/connectors/servicenow-log/index.ts';
import type { Desk } from './desk.ts';
import { atEndOfFile } from './end-of-file.ts';

const PATH = new URL('../server/connectors/servicenow-log/fixtures/incidents.csv', import.meta.url);

/** The real rows that tests import, header first. */
export const LOG: readonly string[] = readFileSync(PATH, 'utf8').trimEnd().split('\n');

/** The columns' names and a row's cells by them, read as simply as can be: the log has no quotation marks. */
export const HEADER = (LOG[0] ?? '').split(',');
export const cellsOf = (line: string): Record<string, string> =>
  Object.fromEntries(line.split(',').map((cell, index) => [HEADER[index] ?? '', cell]));

/** The rows by incident, in their order. */
export const BY_INCIDENT = Map.groupBy(LOG.slice(1).map(cellsOf), (row) => row['number'] ?? '');

/** The same incidents over and over, each time under other numbers, for a log that takes a while. */
export function longLog(times: number): string[] {
  const copies = Array.from({ length: times }, (_, copy) =>
    LOG.slice(1).map((line) =>
      line.replace(/^INC(\d{7})/, (_whole, digits: string) => `INC${String(Number(digits) + copy * 200_000)}`),
    ),
  );
  return [LOG[0] ?? '', ...copies.flat()];
}

const folders: string[] = [];
const removeAll = () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

/** A file with this content, which goes away after the tests. */
export function fileOf(content: readonly string[] | Buffer, name = 'log.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'fettle-log-'));
  folders.push(folder);
  atEndOfFile(removeAll);
  const path = join(folder, name);
  writeFileSync(path, Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`);
  return path;
}

const OPERATOR = { name: 'Imported', code: 'SNOW', timeZone: 'UTC' };
type Options = Partial<Parameters<typeof importLog>[1]>;

export function importOf(desk: Desk, content: readonly string[] | Buffer, options: Options = {}) {
  return importLog(desk.services, { path: fileOf(content), operator: OPERATOR, locations: 'sites', ...options });
}

/** Everything that an import writes, with every row as it is stored: the same text means that nothing at all changed. */
export async function storedRows(adminUrl: string): Promise<Record<string, string>> {
  const tables = ['tickets', 'events', 'ticket_clocks', 'ticket_custom_values', 'imported_tickets', 'search_documents'];
  const named = [
    'clients',
    'contacts',
    'sites',
    'teams',
    'staff',
    'categories',
    'custom_fields',
    'settings',
    'calendars',
  ];
  return onDatabase(adminUrl, async (client) => {
    const found: Record<string, string> = {};
    for (const table of [...tables, ...named]) {
      const { rows } = await client.query(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as it from fettle.${table} t`,
      );
      found[table] = rows[0].it;
    }
    return found;
  });
}

/** What an import means, without the ids and instants of the import itself: the same for two imports of one log. */
export async function storedHistory(adminUrl: string): Promise<unknown[]> {
  return onDatabase(adminUrl, async (client) => {
    const { rows } = await client.query(`
      select t.key, t.title, t.description, t.status, t.status_category, t.hold_reason, t.priority, t.impact, t.urgency, t.version,
        t.reassignment_count, t.reopen_count, t.created_at, t.updated_at, t.resolved_at, t.closed_at, t.due_at, t.custom, t.source,
        t.priority_why, t.assignment_why, t.resolution_code, r.name as requester, s.name as site, g.name as team, a.name as assignee,
        b.name as resolver, c.path as category, w.all_words::text as words, w.updated_at as searched_at, i.digest, i.entries, i.kept,
        (select json_agg(json_build_object('at', e.at, 'type', e.type, 'by', e.actor_name, 'data',
          regexp_replace(e.data::text, '[0-9a-f]{8}-[0-9a-f-]{27}', 'id', 'g')) order by e.id) from events e where e.subject_id = t.id) as events,
        (select json_agg(to_jsonb(k) - 'client_id' - 'ticket_id' order by k.target) from ticket_clocks k where k.ticket_id = t.id) as clocks,
        (select json_agg(v.field_key || '=' || v.value order by v.field_key) from ticket_custom_values v where v.ticket_id = t.id) as fields
      from tickets t left join contacts r on r.id = t.requester_id left join sites s on s.id = t.site_id
      left join teams g on g.id = t.team_id left join staff a on a.id = t.assignee_id left join staff b on b.id = t.resolved_by
      left join categories c on c.id = t.category_id left join search_documents w on w.ticket_id = t.id
      left join imported_tickets i on i.ticket_id = t.id order by t.number`);
    return rows;
  });
}

async function onDatabase<R>(url: string, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=fettle,public -c TimeZone=UTC' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
