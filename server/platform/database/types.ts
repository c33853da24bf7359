import pg from 'pg';

const PLAIN = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

/**
 * PostgreSQL's text for a timestamptz (session time zone UTC) as an ISO 8601 instant with milliseconds. Lists hold hundreds, so
 * the usual form is rewritten without being understood.
 */
export function toInstant(text: string): string {
  if (PLAIN.test(text))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
  return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString();
}

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, toInstant],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)],
]);

/** How column texts become values: instants and dates stay strings, int8 is a number, and numeric digits without empty ones behind the point. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};
