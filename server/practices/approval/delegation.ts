import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreateDelegation, DelegationView } from '#shared/approval.ts';

import { askPeople } from './ask.ts';
import type { Approval, StepRow, VoterRow } from './rows.ts';

type Of = { readonly clientId: string; readonly contactId: string };
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 92;

/** Lets a colleague vote in one's place for a time. One at a time: a new one ends those that run or begin within its days. */
export async function delegate(ctx: Ctx, { clientId, contactId }: Of, input: CreateDelegation): Promise<string> {
  const fromAt = input.fromAt && input.fromAt > ctx.now ? input.fromAt : ctx.now;
  if (input.untilAt <= fromAt) throw invalid([{ path: 'untilAt', message: 'must be after it begins' }]);
  if (Date.parse(input.untilAt) - Date.parse(fromAt) > LONGEST_DAYS * DAY_MS)
    throw invalid([{ path: 'untilAt', message: `must be within ${LONGEST_DAYS} days` }]);
  const to = await ctx.tx
    .selectFrom('contacts')
    .select('name')
    .where('client_id', '=', clientId)
    .where('id', '=', input.toContactId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!to || input.toContactId === contactId)
    throw invalid([{ path: 'toContactId', message: 'must be a colleague in the same company' }]);
  await endGiven(ctx, { clientId, contactId }, { fromAt, untilAt: input.untilAt });
  const id = newId();
  await ctx.tx
    .insertInto('approval_delegations')
    .values({
      client_id: clientId,
      id,
      contact_id: contactId,
      to_contact_id: input.toContactId,
      from_at: fromAt,
      until_at: input.untilAt,
      reason: input.reason?.trim() ?? '',
      told_at: fromAt === ctx.now ? ctx.now : null,
      created_at: ctx.now,
    })
    .execute();
  await tell(ctx, { clientId, contactId }, 'contact.delegation_made', {
    to: input.toContactId,
    text: to.name,
    fromAt,
    untilAt: input.untilAt,
  });
  if (fromAt === ctx.now) await askStandIn(ctx, { clientId, contactId }, input.toContactId);
  return id;
}

const WAITING = `
select to_jsonb(a) as approval, to_jsonb(s) as step, to_jsonb(v) as voter from approval_voters v
join approvals a on a.client_id = v.client_id and a.id = v.approval_id and a.state = 'pending'
join approval_steps s on s.client_id = v.client_id and s.approval_id = a.id and s.position = v.position and s.state = 'open'
where v.client_id = $1 and v.contact_id = $2 and v.vote is null order by a.created_at, v.id limit 50`;

/** The next one that has begun without anybody having been told; locked, so that it is not taken back meanwhile. */
const BEGUN = `
select client_id as "clientId", id, contact_id as "contactId", to_contact_id as "toContactId" from approval_delegations
where from_at <= $1 and told_at is null and ended_at is null order by from_at limit 1 for update skip locked`;

/** Tells one of those who begin to stand in today what waits already, once. Returns whether there was one. */
export async function beginOne(ctx: Ctx): Promise<boolean> {
  const [begun] = await ctx.hot<Of & { id: string; toContactId: string }>('delegation_begun', BEGUN, [ctx.now]);
  if (!begun) return false;
  await ctx.tx
    .updateTable('approval_delegations')
    .set({ told_at: ctx.now })
    .where('client_id', '=', begun.clientId)
    .where('id', '=', begun.id)
    .execute();
  await askStandIn(ctx, begun, begun.toContactId);
  return true;
}

/** Tells whoever begins to stand in of what waits already. */
async function askStandIn(ctx: Ctx, { clientId, contactId }: Of, standInId: string): Promise<void> {
  const waiting = await ctx.hot<{ approval: Approval; step: StepRow; voter: VoterRow }>('delegation_waiting', WAITING, [
    clientId,
    contactId,
  ]);
  for (const { approval, step, voter } of waiting)
    await askPeople(
      ctx,
      { ...approval, expires_at: new Date(approval.expires_at).toISOString() },
      step,
      [voter],
      'asked',
      standInId,
    );
}

/** Ends what somebody gave for a time, or whatever they gave: they have gone and decide nothing any more. */
export async function endGiven(
  ctx: Ctx,
  { clientId, contactId }: Of,
  within?: { fromAt: string; untilAt: string },
): Promise<void> {
  const given = ctx.tx
    .updateTable('approval_delegations')
    .set({ ended_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('contact_id', '=', contactId)
    .where('ended_at', 'is', null);
  await (within ? given.where('from_at', '<', within.untilAt).where('until_at', '>', within.fromAt) : given).execute();
}

/** Ends one's delegation before its time. */
export async function endDelegation(ctx: Ctx, { clientId, contactId }: Of, id: string): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('approval_delegations')
    .set({ ended_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('contact_id', '=', contactId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound('delegation');
  await tell(ctx, { clientId, contactId }, 'contact.delegation_ended', {});
}

const tell = (ctx: Ctx, { clientId, contactId }: Of, type: string, data: Record<string, unknown>) =>
  appendEvent(ctx, { clientId, subjectType: 'contact', subjectId: contactId, type, data });

const OWN = `
select d.id, json_build_object('id', r.id, 'name', r.name) as "to", d.from_at as "fromAt", d.until_at as "untilAt", d.reason
from approval_delegations d join contacts r on r.client_id = d.client_id and r.id = d.to_contact_id
where d.client_id = $1 and d.contact_id = $2 and d.ended_at is null and d.until_at > $3 order by d.from_at`;

/** Who stands in for somebody, now or later. */
export const delegationsOf = (ctx: Ctx, { clientId, contactId }: Of): Promise<DelegationView[]> =>
  ctx.hot<DelegationView>('delegations_of', OWN, [clientId, contactId, ctx.now]);
