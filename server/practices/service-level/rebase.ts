import { sql } from 'kysely';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { moveClocksBy, promiseOfTicket, type Ticket } from './follow.ts';
import { promiseById } from './promise.ts';

export const REBASE_JOB = 'service-level.rebase';
/** Tickets looked for at once. */
const BATCH = 500;

/** Whose open tickets are re-based: a client's, a group's, or (neither) everybody's. */
export type Rebase = {
  readonly clientId: string | null;
  readonly groupId: string | null;
  readonly why: string;
  /** Only their hours: they keep the versions of the policies that they began under. */
  readonly hoursOnly?: boolean;
};
type Payload = Rebase & { readonly at: string; readonly by: string };

/** Lets what runs follow what has just been published, after this transaction. */
export function rebaseLater(ctx: Ctx, rebase: Rebase): Promise<void> {
  const payload: Payload = { ...rebase, at: ctx.now, by: ctx.actor.name };
  return ctx.services.jobs.enqueue(ctx, REBASE_JOB, payload);
}

/** Re-bases the open tickets that were logged before, each in a transaction of its own; run again, it finds little left to do. */
export const rebaseClocks = (services: Services): JobDefinition<Payload> => ({
  name: REBASE_JOB,
  async run(payload, stopping) {
    const as = systemIdentity(payload.by);
    for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after; ) {
      const from: string = after;
      const ids = await withContext(services, as, (ctx) => openTickets(ctx, payload, from));
      for (const id of ids) {
        stopping?.throwIfAborted();
        await withContext(services, as, (ctx) => rebaseTicket(ctx, id, payload));
      }
      after = ids.length < BATCH ? undefined : ids.at(-1);
    }
  },
});

async function openTickets(ctx: Ctx, { clientId, groupId, at }: Payload, after: string): Promise<string[]> {
  const whose =
    clientId !== null
      ? sql`and t.client_id = ${clientId}`
      : groupId !== null
        ? sql`and t.client_id in (select c.id from clients c where c.group_id = ${groupId})`
        : sql``;
  const { rows } = await sql<{ id: string }>`
    select t.id from tickets t where t.is_open and t.id > ${after} and t.created_at <= ${at} ${whose}
    order by t.id limit ${BATCH}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

const LOCK = 'select * from tickets where id = $1 and is_open for no key update';

/** Gives one ticket's running clocks what is in force now; what they used up stays used up. Nothing happens where it is the same. */
async function rebaseTicket(ctx: Ctx, id: string, { why, hoursOnly, at }: Payload): Promise<void> {
  const [ticket] = await ctx.hot<Ticket>('rebase_lock', LOCK, [id]);
  if (!ticket) return;
  const bound: Ticket = hoursOnly ? ticket : { ...ticket, promised_at: at };
  const promise = await promiseOfTicket(ctx, bound);
  if (promise.id === ticket.promise_id) return;
  const was = ticket.promise_id;
  const promisedBefore = was === null ? {} : await promiseById(ctx, ticket.client_id, was);
  await ctx.hot(
    'ticket_promise',
    'update tickets set promise_id = $3, promised_at = $4 where client_id = $1 and id = $2',
    [ticket.client_id, ticket.id, promise.id, bound.promised_at],
  );
  const dueAt = await moveClocksBy(ctx, ticket, {
    type: 'changed',
    at: ctx.now,
    by: ctx.actor.name,
    before: ticket,
    after: ticket,
    promise: promise.terms,
    promisedBefore,
    answers: false,
    undone: false,
    person: false,
    why,
  });
  await ctx.hot('ticket_due', 'update tickets set due_at = $3 where client_id = $1 and id = $2', [
    ticket.client_id,
    ticket.id,
    dueAt,
  ]);
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.sla_rebased',
    data: { text: why, promise: promise.id },
  });
}
