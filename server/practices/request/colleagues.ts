import type { Ctx } from '#platform/context/index.ts';
import type { Named } from '#shared/ticket.ts';

const FIND = `
select id, name from contacts where client_id = $1 and active and ($2 = '' or strpos(name_key, lower($2)) > 0)
order by name_key, id limit 50`;

/** People of a company, by a piece of their name: names and nothing else. */
export const colleaguesOf = (ctx: Ctx, clientId: string, q: string): Promise<Named[]> =>
  ctx.hot<Named>('colleagues', FIND, [clientId, q.trim()]);
