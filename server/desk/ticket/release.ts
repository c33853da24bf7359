import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { changeTicket } from './change.ts';
import type { TicketRecord } from './record.ts';

const PLACE = `
select s.name, s.active, ${worksFor('$2')} as reaches,
  (select g.id from teams g where g.id = $3 and g.active) as team,
  (select g.id from categories c join teams g on g.id = c.team_id and g.active where c.id = $4) as category_team,
  (select g.id from services v join teams g on g.id = v.team_id and g.active where v.id = $5) as service_team
from staff s where s.id = $1`;

type Place = {
  name: string;
  active: boolean;
  reaches: boolean;
  team: string | null;
  category_team: string | null;
  service_team: string | null;
};

/**
 * Lets a ticket that goes on come back to its team, else to that of its category or service, where whoever has it is not here any
 * more or does not work for the client. The team's leads hear of it, and where it has none, its people. Returns the ticket as it is
 * then.
 */
export async function releaseFromGone(ctx: Ctx, ticket: TicketRecord): Promise<TicketRecord> {
  if (!ticket.assignee_id || ctx.history) return ticket;
  const [place] = await ctx.hot<Place>('gone_place', PLACE, [
    ticket.assignee_id,
    ticket.client_id,
    ticket.team_id,
    ticket.category_id,
    ticket.service_id,
  ]);
  if (!place || (place.active && place.reaches)) return ticket;
  const teamId = place.team ?? place.category_team ?? place.service_team;
  const why = place.active ? 'does not work for this client any more' : 'has left';
  const system: Ctx = { ...ctx, actor: { kind: 'system', id: null, name: 'Fettle' } };
  const released = await changeTicket(
    system,
    ticket,
    { assignee_id: null, team_id: teamId, assignment_why: {} as never },
    { type: 'ticket.assigned', data: { reason: `${place.name} ${why}` } },
  );
  if (teamId)
    await notify(
      ctx,
      released.ticket,
      await leadsOf(ctx, teamId),
      'team_assigned',
      `${ticket.key} goes on and has nobody: ${place.name} ${why}`,
    );
  return released.ticket;
}

async function leadsOf(ctx: Ctx, teamId: string): Promise<string[]> {
  const members = await ctx.tx
    .selectFrom('team_members')
    .select(['staff_id', 'lead'])
    .where('team_id', '=', teamId)
    .execute();
  const leads = members.filter(({ lead }) => lead);
  return (leads.length > 0 ? leads : members).map(({ staff_id: id }) => id);
}
