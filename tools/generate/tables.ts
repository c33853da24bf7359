import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const TARGET = join(import.meta.dirname, '../../server/platform/database/tables.gen.ts');

const SCALARS: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  float8: 'number',
  int8: 'number',
  numeric: 'string',
  date: 'string',
  timestamptz: 'string',
  bytea: 'Buffer',
};

type Column = { table: string; column: string; type: string; nullable: boolean; optional: boolean; generated: boolean };

/** The TypeScript type of a column as it is read; arrays carry a leading underscore in PostgreSQL's type names. */
function scalar(type: string): string {
  if (type.startsWith('_')) return `${scalar(type.slice(1))}[]`;
  const known = SCALARS[type];
  if (!known) throw new Error(`No TypeScript type is known for the column type ${type}`);
  return known;
}

/** json is read parsed and written as text, so that a JavaScript array never turns into a PostgreSQL array by accident. */
function columnType(column: Column): string {
  const nothing = column.nullable ? ' | null' : '';
  if (column.generated) return `GeneratedAlways<${scalar(column.type)}${nothing}>`;
  if (column.type === 'jsonb') {
    return `ColumnType<Json${nothing}, string${nothing}${column.optional ? ' | undefined' : ''}, string${nothing}>`;
  }
  const type = `${scalar(column.type)}${nothing}`;
  return column.optional ? `Generated<${type}>` : type;
}

/** Reads the tables of schema fettle and returns the text of tables.gen.ts. */
export async function tableTypes(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Column>(`
      select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
             a.atthasdef or not a.attnotnull as optional, a.attgenerated <> '' as generated
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'fettle'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
        and t.typname <> 'tsvector'
      order by c.relname, a.attnum`);
    const tables = Map.groupBy(rows, (row) => row.table);
    const blocks = [...tables].map(
      ([table, columns]) =>
        `  ${table}: {\n${columns.map((column) => `    ${column.column}: ${columnType(column)};`).join('\n')}\n  };`,
    );
    return [
      '// Made by tools/generate/tables.ts from the migrated database; do not edit.',
      "import type { ColumnType, Generated, GeneratedAlways } from 'kysely';",
      '',
      'export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };',
      '',
      `export type Tables = {\n${blocks.join('\n')}\n};`,
      '',
    ].join('\n');
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  const url = process.argv[2];
  if (!url) throw new Error('Usage: node tools/generate/tables.ts <connection of an owner to a migrated database>');
  await writeFile(TARGET, await tableTypes(url));
}
