import type { KnownNames } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';

const NAMES = `
select 'ticket.category' as field, path as name from categories
union all select 'ticket.team', name from teams
union all select 'service.name', name from services
union all select 'client.group', name from client_groups`;
/** Whoever does not see every client does not know which names there are. */
const OF_CLIENTS = `
union all select 'client.name', name from clients
union all select 'client.code', code from clients
union all select 'client.country', country from clients
union all select 'client.region', region from clients`;

/** Also where there is none of a kind yet. */
const FIELDS = ['ticket.category', 'ticket.team', 'service.name', 'client.group'];

/** The names that conditions can compare with, as far as the reader sees all of them. */
export async function knownNames(ctx: Ctx): Promise<KnownNames> {
  const rows = ctx.scope.allClients
    ? await ctx.hot<{ field: string; name: string }>('sla_names_all', NAMES + OF_CLIENTS, [])
    : await ctx.hot<{ field: string; name: string }>('sla_names', NAMES, []);
  const known = new Map<string, Set<string>>();
  for (const { field, name } of rows) known.set(field, (known.get(field) ?? new Set()).add(name));
  return Object.fromEntries([...FIELDS, ...known.keys()].map((field) => [field, [...(known.get(field) ?? [])].sort()]));
}
