import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { dropApproval, type OfTicket, voidApproval } from '#server/practices/approval/index.ts';
import { namingFor, type ToldTexts, tellSpans } from '#server/practices/span/index.ts';
import { authorised, STAGES } from './ask.ts';
import { followAnnouncements } from './parts-announce.ts';
import { askParts } from './parts-ask.ts';
import { writeParts } from './parts-rows.ts';
import { type ChangeRow, lockChange, writeChange } from './rows.ts';
import { moveOn } from './take-back.ts';

export const PARTS_JOB = 'change.parts';
/** What the clients of a change read of it, in words that say where it is written. */
export const toldOf = ({ key }: TicketRecord, { told_title: title }: ChangeRow): ToldTexts => ({
  [`what ${key} is called at its clients`]: title,
});

const KEEPER = systemIdentity('Change enablement');

/**
 * Brings what each affected client has of a change up to date: what is touched there and when, what its people are asked, what was
 * announced. At clients whom the writer does not see this happens a moment later.
 */
export async function bringParts(ctx: Ctx, { id }: Pick<TicketRecord, 'id'>): Promise<void> {
  const ticket = await findTicket(ctx, id, { lock: true });
  if (ctx.scope.allClients || !(await isProvider(ctx, ticket.client_id))) return bringAll(ctx, ticket);
  await writeParts(ctx, ticket, await lockChange(ctx, ticket));
  await bringLater(ctx, ticket);
}

/** The same a moment later, for whoever does not even see the change. */
export const bringLater = (ctx: Ctx, { id }: Pick<OfTicket, 'id'>): Promise<void> =>
  ctx.services.jobs.enqueue(ctx, PARTS_JOB, { id });

export const partsJob = (services: Services): JobDefinition<{ id: string }> => ({
  name: PARTS_JOB,
  run: ({ id }) =>
    withContext(services, KEEPER, async (ctx) => bringAll(ctx, await findTicket(ctx, id, { lock: true }))),
});

/** Done twice it does nothing more. */
async function bringAll(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  const change = await lockChange(ctx, ticket);
  await writeParts(ctx, ticket, change);
  // A title that names a client goes no further: whoever comes to know of the change now reads none.
  const isTold = change.told_title !== '' && (await namingFor(ctx, ticket))(change.told_title) === null;
  await tellSpans(ctx, ticket, {
    ...(isTold ? { title: change.told_title } : {}),
    brief: { outcome: change.outcome },
  });
  await followAnnouncements(ctx, ticket, change);
  await endLeft(ctx, ticket);
  const stage = STAGES[ticket.status];
  if (stage && change.consent === 'wanted') {
    await endApprovals(ctx, ticket, 'it is asked about anew');
    return askParts(ctx, ticket, stage);
  }
  if (stage && change.consent === 'asked') return countConsent(ctx, ticket, change);
  const waited = change.consent === 'wanted' || change.consent === 'asked';
  if (waited) await writeChange(ctx, change, { consent: null });
  if (waited || change.consent === null) await endApprovals(ctx, ticket, 'what was planned has changed');
}

const ASKED = `
select a.client_id from approvals a where a.whole_id = $1 and a.state in ('pending', 'approved')
  and ($2::boolean or exists (
    select from change_parts p where p.client_id = a.client_id and p.change_id = a.whole_id and p.ended_at is not null))`;

const askedOf = (ctx: Ctx, { id }: TicketRecord, all: boolean) =>
  ctx.hot<{ client_id: string }>('change_parts_in_force', ASKED, [id, all]);

/** Ends what people of every client were asked or have approved. Whoever was asked about what has ended hears of it. */
async function endApprovals(ctx: Ctx, ticket: TicketRecord, why: string): Promise<void> {
  for (const { client_id } of await askedOf(ctx, ticket, true)) {
    const part = { client_id, id: ticket.id, part: true };
    if (ticket.is_open !== true) await dropApproval(ctx, part, 'the ticket has ended');
    else await voidApproval(ctx, part, why);
  }
}

/** The same of clients that it does not affect any more. */
async function endLeft(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  for (const { client_id } of await askedOf(ctx, ticket, false))
    await voidApproval(ctx, { client_id, id: ticket.id, part: true }, 'it does not affect them any more');
}

const COUNT = `
select count(*) filter (where l.state = 'pending')::int as pending, count(*) filter (where l.state in ('rejected', 'expired'))::int as against,
  bool_or(l.state = 'rejected') as rejected, (
    select count(*)::int from approvals o where o.client_id = $2 and o.ticket_id = $1 and o.state = 'pending') as own
from (select distinct on (a.client_id) a.state from approvals a
  join change_parts p on p.client_id = a.client_id and p.change_id = a.whole_id and p.ended_at is null
  where a.whole_id = $1 order by a.client_id, a.created_at desc, a.id desc) l`;
type Count = { pending: number; against: number; rejected: boolean | null; own: number };

/** What people of the affected clients have decided so far: all have to approve, and one who does not is enough. */
async function countConsent(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<void> {
  const stage = STAGES[ticket.status];
  const [count] = await ctx.hot<Count>('change_consent', COUNT, [ticket.id, ticket.client_id]);
  if (!stage || !count) return;
  if (count.against > 0) {
    await writeChange(ctx, change, { consent: 'refused' });
    const why = count.rejected
      ? 'a client that it affects did not approve it'
      : 'a client that it affects did not decide in time';
    await endApprovals(ctx, ticket, why);
    await voidApproval(ctx, ticket, why);
    const back = stage === 'before' ? 'assess' : stage === 'expedited' ? 'draft' : 'review';
    if (stage === 'afterwards')
      await writeChange(ctx, await lockChange(ctx, ticket), {
        afterwards: count.rejected ? 'rejected' : 'expired',
        afterwards_at: ctx.now,
      });
    await moveOn(ctx, ticket.id, count.rejected && stage !== 'afterwards' ? 'rejected' : back, { reason: why });
    return;
  }
  if (count.pending > 0) return;
  await writeChange(ctx, change, { consent: 'given' });
  if (count.own === 0)
    await authorised(ctx, ticket, stage, 'approved by every client that was asked, and by the provider');
}
