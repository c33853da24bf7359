import type { Ctx } from '#platform/context/index.ts';
import type { Named } from '#shared/ticket.ts';

const FIND = `
select id, name from contacts where client_id = $1 and active and ($2 = '' or strpos(name_key, lower($2)) > 0)
order by name_key, id limit $3`;
/** So many are found by what was typed, and so many are there to choose from. */
const [FOUND, ALL] = [50, 2_000];

/** People of a company, those with a piece of text in their name or all: names and nothing else. */
export const colleaguesOf = (ctx: Ctx, clientId: string, q: string | undefined): Promise<Named[]> =>
  ctx.hot<Named>('colleagues', FIND, [clientId, q?.trim() ?? '', q === undefined ? ALL : FOUND]);
