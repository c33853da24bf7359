import { Fault } from '#kernel/errors.ts';
import type { ThresholdAction } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { runMacro } from '#server/desk/library/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { assignTicket, findTicket, updateTicket } from '#server/desk/ticket/index.ts';
import { startPage } from '#server/practices/escalation/index.ts';
import type { Passed } from '#server/practices/service-level/index.ts';

type Doing = {
  [T in ThresholdAction['type']]: (ctx: Ctx, passed: Passed, action: ThresholdAction & { type: T }) => Promise<void>;
};

const PEOPLE = `
select m.staff_id as id from team_members m where m.team_id = $1 and ($2 or (m.lead and $3))
union
select w.watcher_id from ticket_watchers w where $4 and w.client_id = $5 and w.ticket_id = $6 and w.watcher_kind = 'staff'`;

/** How each kind of action is done. */
export const DOING: Doing = {
  async notify(ctx, { ticket, text }, { who, staffIds = [] }) {
    const { client_id, id, key, team_id, assignee_id } = ticket;
    const asks = who.some((one) => one !== 'assignee');
    const found = asks
      ? await ctx.hot<{ id: string }>('threshold_people', PEOPLE, [
          team_id,
          who.includes('team'),
          who.includes('leads'),
          who.includes('watchers'),
          client_id,
          id,
        ])
      : [];
    const assignee = who.includes('assignee') && assignee_id ? [assignee_id] : [];
    await notify(
      ctx,
      ticket,
      [...assignee, ...staffIds, ...found.map((one) => one.id)],
      'service_level',
      `${key}: ${text}`,
    );
  },
  async raise_priority(ctx, { ticket, text }) {
    const { priority, version } = await findTicket(ctx, ticket.id);
    if (priority === 1) return;
    await updateTicket(ctx, ticket.id, { version, priority: priority - 1, priorityReason: text });
  },
  async reassign(ctx, { ticket, text }, { teamId, assigneeId }) {
    await assignTicket(ctx, ticket.id, {
      ...(teamId ? { teamId } : {}),
      ...(assigneeId ? { assigneeId } : {}),
      reason: text,
    });
  },
  async macro(ctx, { ticket }, { macroId }) {
    await runMacro(ctx, ticket.id, macroId, {});
  },
  async page(ctx, { ticket, target, text }, { pathId }) {
    const page = await startPage(ctx, ticket, { ...(pathId ? { pathId } : {}), why: text, clock: target });
    if (page === null) throw new Fault('conflict', 'no escalation path is set for the team or the client');
  },
};
