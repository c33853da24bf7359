import type { Ctx } from '#platform/context/index.ts';
import { updateStaff } from '#platform/identity/index.ts';
import { STAFF } from '../world/staff.ts';
import type { References } from './references.ts';

/** Lets those who work for some clients only see these: they were hired before the clients were there. */
export async function writeStaffClients(ctx: Ctx, refs: References, codes: ReadonlySet<string>): Promise<void> {
  for (const { key, clients } of STAFF) {
    if (!clients) continue;
    const id = refs.staff(key);
    const known = await ctx.tx.selectFrom('staff_clients').select('client_id').where('staff_id', '=', id).execute();
    if (known.length > 0) continue;
    const { version } = await ctx.tx
      .selectFrom('staff')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const clientIds = clients.filter((code) => codes.has(code)).map((code) => refs.client(code));
    if (clientIds.length > 0) await updateStaff(ctx, ctx.scope, id, { version, clientIds });
  }
}
