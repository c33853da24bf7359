import { MODULES } from '#server/modules.ts';
import { BUILT_IN_ROLES, type Permission } from '#shared/permissions.ts';

/** Callers in the order of the table's columns: nobody, a client's contact, then the built-in roles. */
export const CALLERS = ['nobody', 'contact', ...BUILT_IN_ROLES.map((role) => role.key)] as const;
export type Caller = string;

export type Row = { method: string; url: string; hasBody: boolean; needs: string; may: ReadonlySet<Caller> };

const holders = (permission: Permission) =>
  BUILT_IN_ROLES.filter((role) => role.permissions.includes(permission)).map((role) => role.key);
const STAFF = BUILT_IN_ROLES.map((role) => role.key);

/** Every route with what it declares and whom that lets in. */
export function accessRows(): Row[] {
  return MODULES.flatMap((module) => module.routes ?? [])
    .map(({ options }): Row => {
      const { access, staff } = options;
      const row = { method: options.method, url: options.url, hasBody: options.body !== undefined };
      if (access === 'public') return { ...row, needs: 'public', may: new Set(CALLERS) };
      if (access === 'authenticated') return { ...row, needs: 'any staff', may: new Set(STAFF) };
      if (access === 'contact') return { ...row, needs: 'a contact', may: new Set(['contact']) };
      if (access !== 'anyone') return { ...row, needs: access, may: new Set(holders(access)) };
      const permission = staff === undefined || staff === 'any' ? null : staff;
      const needs = `contact, or ${permission ?? 'any staff'}`;
      return { ...row, needs, may: new Set(['contact', ...(permission ? holders(permission) : STAFF)]) };
    })
    .toSorted((a, b) => (`${a.url} ${a.method}` < `${b.url} ${b.method}` ? -1 : 1));
}

/** Fixed, so that a longer newcomer moves no other line. */
const WIDTHS = { route: 52, needs: 30 };

/** The table as text, one line a route, so that a change of who may do what is a line of a diff. */
export function accessTable(rows: readonly Row[]): string {
  const routes = rows.map(({ method, url }) => `${method.padEnd(6)} ${url.replace('/api/v1', '')}`);
  const line = (route: string, needs: string, cells: readonly string[]) =>
    `${route.padEnd(WIDTHS.route)}  ${needs.padEnd(WIDTHS.needs)}  ${cells.join(' ')}`.trimEnd();
  return [
    'Who may call what. Made by tests/access; after an intended change: npx vitest run tests/access -u',
    '',
    line('route below /api/v1', 'needs', CALLERS),
    ...rows.map(({ needs, may }, index) =>
      line(
        routes[index] ?? '',
        needs,
        CALLERS.map((caller) => (may.has(caller) ? 'x' : '.').padEnd(caller.length)),
      ),
    ),
    '',
  ].join('\n');
}
