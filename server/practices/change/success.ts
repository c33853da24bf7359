import type { Ctx } from '#platform/context/index.ts';
import type { ChangeSuccess } from '#shared/change.ts';
import { CAUSED } from './runs.ts';

/** One reading for all: by model, by team and by client, and altogether. */
const SUCCESS = `
with ended as (
  select c.model_id, m.name as model, t.team_id, coalesce(g.name, 'No team') as team, c.client_id, k.name as client, c.type, c.outcome,
    ${CAUSED} as causing
  from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
  join change_models m on m.id = c.model_id join clients k on k.id = c.client_id left join teams g on g.id = t.team_id
  where c.outcome is not null and c.outcome_at >= $1::date and c.outcome_at < $2::date + 1
    and ($3::uuid[] is null or c.client_id = any ($3::uuid[]))
)
select case when grouping(model_id) = 0 then 'models' when grouping(team_id) = 0 then 'teams' when grouping(client_id) = 0 then 'clients' else 'all' end as of,
  coalesce(model_id, team_id, client_id) as id, coalesce(model, team, client) as name, count(*)::int as implemented,
  count(*) filter (where outcome = 'successful')::int as successful, count(*) filter (where outcome = 'successful_with_issues')::int as "withIssues",
  count(*) filter (where outcome = 'failed')::int as failed, count(*) filter (where outcome = 'backed_out')::int as "backedOut",
  count(*) filter (where type = 'emergency')::int as emergencies, count(*) filter (where causing)::int as causing
from ended group by grouping sets ((model_id, model), (team_id, team), (client_id, client), ())
order by implemented desc, name`;

/** Incidents that are known to have come of changes, by the client that had them. */
const CAUSED_AT = `
select k.id, k.name, count(distinct l.ticket_id)::int as incidents, count(distinct l.whole_id)::int as changes
from ticket_span_links l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id join clients k on k.id = l.client_id
where l.how = 'change' and t.kind = 'incident' and t.created_at >= $1::date and t.created_at < $2::date + 1
  and ($3::uuid[] is null or l.client_id = any ($3::uuid[]))
group by k.id, k.name order by incidents desc, k.name, k.id limit 2000`;

type Row = ChangeSuccess['all'] & {
  of: 'all' | 'models' | 'teams' | 'clients';
  id: string | null;
  name: string | null;
};

/** How the changes that ended within some days went, those of clients in sight. */
export async function successOf(ctx: Ctx, { from, until }: { from: string; until: string }): Promise<ChangeSuccess> {
  const clients = ctx.scope.allClients ? null : ctx.scope.clientIds;
  const rows = await ctx.hot<Row>('change_success', SUCCESS, [from, until, clients]);
  const among = (of: Row['of']) =>
    rows
      .filter((row) => row.of === of)
      .map(({ of: _, id, name, ...ended }) => ({ id: id as string, name: name ?? '', ...ended }));
  const [all] = among('all');
  const { id: _, name: __, ...ended } = all ?? { id: '', name: '', ...NOTHING };
  const caused = await ctx.hot<ChangeSuccess['caused'][number]>('change_caused_at', CAUSED_AT, [from, until, clients]);
  return { all: ended, models: among('models'), teams: among('teams'), clients: among('clients'), caused };
}

const NOTHING = {
  ...{ implemented: 0, successful: 0, withIssues: 0, failed: 0, backedOut: 0, emergencies: 0, causing: 0 },
};
