import { randomBytes } from 'node:crypto';
import type { SimulatedDevice } from '../estate/types.ts';
import type { Reply } from '../vendor.ts';
import type { World } from '../world.ts';
import { classOf, organizationId, QUERIES } from './records.ts';

const LIFE_MS = 600_000;

/** The devices that a filter such as `org = 7 AND class = WINDOWS_SERVER` means; null for one that is none. */
export function filtered(devices: readonly SimulatedDevice[], filter: string | null): SimulatedDevice[] | null {
  let left = [...devices];
  for (const part of (filter ?? '').split(/\s+AND\s+/i).filter((one) => one.trim() !== '')) {
    const [, field, value] = /^\s*(org|organization|class)\s*=\s*(\w+)\s*$/i.exec(part) ?? [];
    if (field === undefined) return null;
    left = left.filter((device) =>
      field.toLowerCase() === 'class' ? classOf(device) === value : organizationId(device.site) === Number(value),
    );
  }
  return left;
}

type Cursor = { readonly rows: readonly object[]; offset: number; readonly until: number };

/** Answers a query page by page. Each call moves the cursor on, also one whose answer is lost. */
export function openQueries(world: World, refuse: (status: number, message: string) => Reply) {
  const cursors = new Map<string, Cursor>();
  return (what: string, query: URLSearchParams, pageSize: number): Reply => {
    const rowsOf = QUERIES[what];
    if (!rowsOf) return refuse(404, 'Unknown query');
    let name = query.get('cursor');
    if (name === null) {
      const devices = filtered(world.devices, query.get('df'));
      if (devices === null) return refuse(400, 'Invalid device filter');
      name = randomBytes(9).toString('base64url');
      const known = devices.filter((device) => world.oddity(device) !== 'nulls');
      cursors.set(name, { rows: known.flatMap(rowsOf), offset: 0, until: world.now() + LIFE_MS });
    }
    const cursor = cursors.get(name);
    if (!cursor || cursor.until < world.now()) return refuse(400, 'Cursor has expired');
    const results = cursor.rows.slice(cursor.offset, cursor.offset + pageSize);
    cursor.offset += results.length;
    const told = { name, offset: cursor.offset, count: cursor.rows.length, expires: cursor.until / 1_000 };
    return { status: 200, body: { cursor: told, results } };
  };
}
