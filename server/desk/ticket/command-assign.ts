import { type FieldError, invalid } from '#kernel/errors.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { choosePerson } from '#server/desk/assignment/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { AssignTicket, EscalateTicket } from '#shared/ticket.ts';
import { changeTicket } from './change.ts';
import { ticketForChange } from './find.ts';
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
  if (input.assigneeId !== undefined) {
    patch.assignee_id = input.assigneeId;
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
  if (!ctx.history) await refuseUnfit(ctx, before, patch);
  if (patch.team_id !== undefined && patch.team_id !== before.team_id && patch.assignee_id === undefined)
    patch.assignee_id = null;
  if (moves(before, patch)) patch.reassignment_count = before.reassignment_count + 1;
  if (!ctx.history) Object.assign(patch, await assignedStatus(ctx, before, patch));
  Object.assign(patch, factsPatch(ctx, facts));
  const outcome = await changeTicket(ctx, before, patch, {
    type: 'ticket.assigned',
    data: input.reason ? { reason: input.reason } : {},
  });
  if (patch.assignee_id && patch.assignee_id !== before.assignee_id)
    await notify(ctx, outcome.ticket, [patch.assignee_id], 'assigned', `${outcome.ticket.key} was assigned to you`);
  return outcome;
}

/** Hands a ticket on: to another team (functional), or up the client's and provider's path (hierarchical), always with a reason. */
export async function escalateTicket(ctx: Ctx, idOrKey: string, input: EscalateTicket): Promise<Outcome> {
  const before = await ticketForChange(ctx, idOrKey);
  if (input.direction === 'functional') {
    const team = before.team_id
      ? await ctx.tx.selectFrom('teams').select('escalates_to_id').where('id', '=', before.team_id).executeTakeFirst()
      : undefined;
    const teamId = input.teamId ?? team?.escalates_to_id;
    if (!teamId) throw invalid([{ path: 'teamId', message: 'is needed: the present team escalates to no other' }]);
    const patch: TicketPatch = {
      team_id: teamId,
      assignee_id: null,
      reassignment_count: before.reassignment_count + 1,
    };
    await refuseUnfit(ctx, before, patch);
    const choice = await choosePerson(ctx, teamId, {
      clientId: before.client_id,
      skills: await skillsFor(ctx, before),
    });
    if (choice?.personId) Object.assign(patch, { assignee_id: choice.personId, assignment_why: choice.why });
    return changeTicket(ctx, before, patch, {
      type: 'ticket.escalated',
      data: { direction: input.direction, reason: input.reason },
    });
  }
  const level = before.escalation_level + 1;
  const { value: path } = await resolveSetting(ctx, ESCALATION_PATH, before.client_id);
  const staffId = path.staffIds[level - 1] ?? path.staffIds.at(-1);
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
          'nobody stands on the escalation path of the provider or this client; add people to it in Settings or on the client',
      },
    ]);
  const outcome = await changeTicket(
    ctx,
    before,
    { escalation_level: level },
    {
      type: 'ticket.escalated',
      data: {
        direction: input.direction,
        level,
        reason: input.reason,
        contacts: contacts.map((contact) => contact.name),
        staffId: staffId ?? null,
      },
    },
  );
  if (staffId) {
    await ctx.tx
      .insertInto('ticket_watchers')
      .values({
        client_id: before.client_id,
        ticket_id: before.id,
        watcher_kind: 'staff',
        watcher_id: staffId,
        created_at: ctx.now,
      })
      .onConflict((on) => on.doNothing())
      .execute();
    await notify(ctx, outcome.ticket, [staffId], 'escalated', `${before.key} was escalated to you: ${input.reason}`);
  }
  return outcome;
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

/** A person must be active and allowed to see the client; a team must be in use. */
async function refuseUnfit(ctx: Ctx, ticket: TicketRecord, patch: TicketPatch): Promise<void> {
  const errors: FieldError[] = [];
  if (patch.team_id) {
    const team = await ctx.tx
      .selectFrom('teams')
      .select('id')
      .where('id', '=', patch.team_id)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!team) errors.push({ path: 'teamId', message: 'is not a team in use' });
  }
  if (patch.assignee_id) {
    const person = await ctx.tx
      .selectFrom('staff')
      .select(['all_clients'])
      .where('id', '=', patch.assignee_id)
      .where('active', '=', true)
      .executeTakeFirst();
    const limited =
      person && !person.all_clients
        ? await ctx.tx
            .selectFrom('staff_clients')
            .select('client_id')
            .where('staff_id', '=', patch.assignee_id)
            .where('client_id', '=', ticket.client_id)
            .executeTakeFirst()
        : true;
    if (!person) errors.push({ path: 'assigneeId', message: 'is not an active person' });
    else if (!limited) errors.push({ path: 'assigneeId', message: 'does not work for this client' });
  }
  if (errors.length > 0) throw invalid(errors);
}

/** Giving a new ticket to somebody is what the status Assigned means, where the lifecycle has it. */
async function assignedStatus(ctx: Ctx, before: TicketRecord, patch: TicketPatch): Promise<TicketPatch> {
  if (!patch.assignee_id || !['new', 'triaged'].includes(before.status)) return {};
  const { lifecycle } = await lifecycleOf(ctx, before.kind as never);
  const status = findStatus(lifecycle, 'assigned');
  return status ? { status: status.key, status_category: status.category } : {};
}
