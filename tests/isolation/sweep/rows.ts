import type pg from 'pg';

/** Sessions are used, which shows; and how work flowed is worked out meanwhile by the program, from events that are compared. */
const MOVING = ['sessions', 'value_stream_due', 'value_stream_steps'];

/** Every row of a client, as one text a table: what must be as it was when all is done. */
export async function rowsOf(admin: pg.Client, clientId: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of (await tablesOfClients(admin)).filter((table) => !MOVING.includes(table))) {
    // That somebody asked in vain is told to those who see the client.
    const besides = name === 'events' ? `and type <> 'access.denied'` : '';
    const { rows } = await admin.query<{ text: string }>(
      `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as text from fettle.${name} t where client_id = $1 ${besides}`,
      [clientId],
    );
    found[name] = rows[0]?.text ?? '';
  }
  return found;
}

/** The tables whose rows belong to clients. */
export async function tablesOfClients(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'fettle' and c.column_name = 'client_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map((row) => row.name);
}
