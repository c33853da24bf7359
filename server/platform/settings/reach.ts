import { sql } from 'kysely';
import type { SettingReach } from '#shared/settings.ts';
import type { Ctx } from '../context/index.ts';
import { type Place, settingAt } from './place.ts';

const SHOWN = 200;

/**
 * The active clients whose value follows an override at `place`: those below it that no nearer override shields. Of them the
 * reader is told only those they see.
 */
export async function settingReach(ctx: Ctx, key: string, place: Place): Promise<SettingReach> {
  await settingAt(ctx, key, place);
  const below = {
    provider: sql`(c.group_id is null or not exists (select from settings s where s.group_id = c.group_id and s.key = ${key}))`,
    group: sql`c.group_id = ${place.id}::uuid`,
    client: sql`c.id = ${place.id}::uuid`,
  }[place.level];
  const shielded = sql`exists (select from settings s where s.client_id = c.id and s.key = ${key})`;
  const { rows } = await sql<{ id: string; name: string; total: number }>`
    select c.id, c.name, count(*) over ()::int as total from clients c
    where c.active and (${ctx.scope.allClients}::boolean or c.id = any (${ctx.scope.clientIds}::uuid[]))
      and ${below} and (${place.level === 'client'}::boolean or not ${shielded})
    order by c.name_key, c.id limit ${SHOWN}`.execute(ctx.tx);
  return { total: rows[0]?.total ?? 0, items: rows };
}
