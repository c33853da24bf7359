import { invalid } from '#kernel/errors.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { choosePerson } from '#server/desk/assignment/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { AssignTicket, EscalateTicket } from '#shared/ticket.ts';
import { changeTicket } from './change.ts';
import { ticketForChange } from './find.ts';
import { refuseUnfit } from './fit.ts';
import { type Facts, factsPatch } from './history.ts';
import type { TicketPatch, TicketRecord } from './record.ts';
import { ESCALATION_PATH } from './settings.ts';

type Outcome = { ticket: TicketRecord; eventId: string | null };

/**
 * Gives a ticket to a team, a person, or whom the team's way of choosing picks; a new ticket becomes assigned by it.
 * Recorded history may name people who have left, moves no status, and brings its own count in `facts`.
 */
export async function assignTicket(
  ctx: Ctx,
  idOrKey: string,
  input: AssignTicket,
  facts: Facts = {},
): Promise<Outcome> {
  const before = await ticketForChange(ctx, idOrKey, input.version);
  const patch: TicketPatch = {};
  if (input.teamId !== undefined) patch.team_id = input.teamId;
  if (input.assigneeId !== undefined) patch.assignee_id = input.assigneeId;
  // Whoever has it already was chosen before; nothing is given on.
  if (input.assigneeId !== undefined && input.assigneeId !== before.assignee_id) {
    patch.assignment_why = (
      input.assigneeId === null
        ? {}
        : { sentence: `${ctx.actor.name} chose by hand${input.reason ? `: ${input.reason}` : ''}.`, strategy: 'manual' }
    ) as never;
  }
  const teamId = input.teamId === undefined ? before.team_id : input.teamId;
  if (input.auto) {
    if (!teamId) throw invalid([{ path: 'teamId', message: 'is needed to choose somebody' }]);
    const choice = await choosePerson(ctx, teamId, {
      clientId: before.client_id,
      skills: await skillsFor(ctx, before),
    });
    if (!choice?.personId)
      throw invalid([{ path: 'auto', message: choice?.why.sentence ?? 'this team assigns by hand' }]);
    patch.assignee_id = choice.personId;
    patch.assignment_why = choice.why as never;
  }
  if (!ctx.history) await refuseUnfit(ctx, before.client_id, { teamId: patch.team_id, assigneeId: patch.assignee_id });
  if (patch.team_id !== undefined && patch.team_id !== before.team_id && patch.assignee_id === undefined)
    patch.assignee_id = null;
  if (moves(before, patch)) patch.reassignment_count = before.reassignment_count + 1;
  if (!ctx.history) Object.assign(patch, await assignedStatus(ctx, before, patch));
  Object.assign(patch, factsPatch(ctx, facts));
  const outcome = await changeTicket(ctx, before, patch, {
    type: 'ticket.assigned',
    data: input.reason ? { reason: input.reason } : {},
  });
  await tellGiven(ctx, before, outcome.ticket);
  return outcome;
}

/** Whoever gets a ticket hears of it; a team that gets one with nobody to do it hears of it through its leads. */
async function tellGiven(ctx: Ctx, before: TicketRecord, ticket: TicketRecord): Promise<void> {
  const { assignee_id: person, team_id: team } = ticket;
  if (person && person !== before.assignee_id)
    await notify(ctx, ticket, [person], 'assigned', `${ticket.key} was assigned to you`);
  if (person || !team || team === before.team_id) return;
  const leads = await ctx.tx
    .selectFrom('team_members')
    .select('staff_id')
    .where('team_id', '=', team)
    .where('lead', '=', true)
    .execute();
  const ids = leads.map((row) => row.staff_id);
  await notify(ctx, ticket, ids, 'team_assigned', `${ticket.key} came to your team and has nobody yet`);
}

/** Hands a ticket on: to another team (functional), or up the client's and provider's path (hierarchical), always with a reason. */
export async function escalateTicket(ctx: Ctx, idOrKey: string, input: EscalateTicket): Promise<Outcome> {
  const before = await ticketForChange(ctx, idOrKey, input.version);
  const { reason, direction } = input;
  return direction === 'functional'
    ? escalateToTeam(ctx, before, input.teamId, reason)
    : escalateUp(ctx, before, reason);
}

async function escalateToTeam(
  ctx: Ctx,
  before: TicketRecord,
  wanted: string | undefined,
  reason: string,
): Promise<Outcome> {
  const team = before.team_id
    ? await ctx.tx.selectFrom('teams').select('escalates_to_id').where('id', '=', before.team_id).executeTakeFirst()
    : undefined;
  const teamId = wanted ?? team?.escalates_to_id;
  if (!teamId) {
    const why = before.team_id ? 'the present team escalates to no other' : 'the ticket is with no team yet';
    throw invalid([{ path: 'teamId', message: `is needed: ${why}` }]);
  }
  if (teamId === before.team_id) throw invalid([{ path: 'teamId', message: 'has the ticket already' }]);
  await refuseUnfit(ctx, before.client_id, { teamId });
  const choice = await choosePerson(ctx, teamId, { clientId: before.client_id, skills: await skillsFor(ctx, before) });
  const patch: TicketPatch = {
    team_id: teamId,
    assignee_id: choice?.personId ?? null,
    assignment_why: (choice?.why ?? {}) as never,
    reassignment_count: before.reassignment_count + 1,
  };
  const outcome = await changeTicket(ctx, before, patch, {
    type: 'ticket.escalated',
    data: { direction: 'functional', reason },
  });
  await tellGiven(ctx, before, outcome.ticket);
  return outcome;
}

/** Whoever stands on the next step of the provider's path watches from now on; the client's own people of that step are named. */
async function escalateUp(ctx: Ctx, before: TicketRecord, reason: string): Promise<Outcome> {
  const level = before.escalation_level + 1;
  const { value: path } = await resolveSetting(ctx, ESCALATION_PATH, before.client_id);
  const staffId = await ifHere(ctx, path.staffIds[level - 1]);
  const contacts = await ctx.tx
    .selectFrom('contacts')
    .select('name')
    .where('client_id', '=', before.client_id)
    .where('escalation_level', '=', level)
    .where('active', '=', true)
    .execute();
  if (!staffId && contacts.length === 0)
    throw invalid([
      {
        path: 'direction',
        message:
          level === 1
            ? 'nobody stands on the escalation path of the provider or this client; add people to it in Settings or on the client'
            : `it is at level ${before.escalation_level} already, and nobody stands above`,
      },
    ]);
  const watches = staffId ? await startWatching(ctx, before, staffId) : false;
  const outcome = await changeTicket(
    ctx,
    before,
    { escalation_level: level },
    {
      type: 'ticket.escalated',
      data: {
        direction: 'hierarchical',
        level,
        reason,
        contacts: contacts.map((contact) => contact.name),
        staffId: staffId ?? null,
        ...(watches ? { startedWatching: staffId } : {}),
      },
    },
  );
  if (staffId)
    await notify(ctx, outcome.ticket, [staffId], 'escalated', `${before.key} was escalated to you: ${reason}`);
  return outcome;
}

/** Somebody who has left since the path was written stands on it no more. */
async function ifHere(ctx: Ctx, staffId: string | undefined): Promise<string | undefined> {
  if (staffId === undefined) return undefined;
  const person = ctx.tx.selectFrom('staff').select('id').where('id', '=', staffId).where('active', '=', true);
  return (await person.executeTakeFirst())?.id;
}

/** Returns whether they did not watch before. */
async function startWatching(ctx: Ctx, ticket: TicketRecord, staffId: string): Promise<boolean> {
  const added = await ctx.tx
    .insertInto('ticket_watchers')
    .values({
      client_id: ticket.client_id,
      ticket_id: ticket.id,
      watcher_kind: 'staff',
      watcher_id: staffId,
      created_at: ctx.now,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

const moves = (before: TicketRecord, patch: TicketPatch) =>
  (patch.assignee_id !== undefined && patch.assignee_id !== before.assignee_id && before.assignee_id !== null) ||
  (patch.team_id !== undefined && patch.team_id !== before.team_id && before.team_id !== null);

async function skillsFor(ctx: Ctx, ticket: TicketRecord): Promise<readonly string[]> {
  if (!ticket.category_id) return [];
  const category = await ctx.tx
    .selectFrom('categories')
    .select('skills')
    .where('id', '=', ticket.category_id)
    .executeTakeFirst();
  return category?.skills ?? [];
}

/** Giving a new ticket to somebody is what the status Assigned means, where the lifecycle has it. */
async function assignedStatus(ctx: Ctx, before: TicketRecord, patch: TicketPatch): Promise<TicketPatch> {
  if (!patch.assignee_id || !['new', 'triaged'].includes(before.status)) return {};
  const { lifecycle } = await lifecycleOf(ctx, before);
  const status = findStatus(lifecycle, 'assigned');
  return status ? { status: status.key, status_category: status.category } : {};
}
