import { type ApprovalTerms, validateApproval } from '#kernel/approval.ts';
import { Fault, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { OfferView, PutOffer } from '#shared/catalogue.ts';

const LIST = `
select o.id, o.terms, o.version, case when c.id is null then null else json_build_object('id', c.id, 'name', c.name) end as client,
  case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as "group"
from catalogue_offers o left join clients c on c.id = o.client_id left join client_groups g on g.id = o.group_id
where o.item_id = $1 order by o.client_id is not null, lower(coalesce(g.name, c.name))`;

/** What differs for groups and clients, as far as the reader sees them. */
export async function listOffers(ctx: Ctx, itemId: string): Promise<OfferView[]> {
  await refuseItem(ctx, itemId);
  return ctx.hot<OfferView>('catalogue_offers', LIST, [itemId]);
}

/** Says what an item is for a group or a client where it differs. What is absent from the terms is inherited again. */
export async function putOffer(ctx: Ctx, itemId: string, input: PutOffer): Promise<void> {
  const { clientId = null, groupId = null, terms } = input;
  await refuseItem(ctx, itemId);
  await refusePlace(ctx, clientId, groupId);
  await refuseTerms(ctx, clientId, terms);
  const before = await ctx.tx
    .selectFrom('catalogue_offers')
    .select(['id', 'terms', 'version'])
    .where('item_id', '=', itemId)
    .where('client_id', 'is not distinct from', clientId)
    .where('group_id', 'is not distinct from', groupId)
    .forUpdate()
    .executeTakeFirst();
  if ((before?.version ?? null) !== (input.version ?? null)) throw staleVersion('offer', before?.version ?? 0);
  const id = before?.id ?? newId();
  const values = { terms: JSON.stringify(terms), updated_at: ctx.now };
  if (before)
    await ctx.tx
      .updateTable('catalogue_offers')
      .set({ ...values, version: before.version + 1 })
      .where('id', '=', id)
      .execute();
  else {
    const made = await ctx.tx
      .insertInto('catalogue_offers')
      .values({ id, client_id: clientId, group_id: groupId, item_id: itemId, ...values })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new Fault('conflict', 'Somebody set this a moment ago. Look at the change, then save again.');
  }
  await tell(ctx, clientId, id, 'set', { itemId, groupId, changes: { terms: [before?.terms ?? null, terms] } });
}

/** Lets a place inherit everything again. */
export async function dropOffer(ctx: Ctx, itemId: string, offerId: string): Promise<void> {
  const before = await ctx.tx
    .selectFrom('catalogue_offers')
    .select(['id', 'client_id', 'group_id', 'terms'])
    .where('id', '=', offerId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  if (!before) throw notFound('offer');
  if (before.client_id === null) requireAllClients(ctx, 'What holds for a group');
  await ctx.tx.deleteFrom('catalogue_offers').where('id', '=', offerId).execute();
  await tell(ctx, before.client_id, offerId, 'dropped', { itemId, changes: { terms: [before.terms, null] } });
}

async function refuseItem(ctx: Ctx, id: string): Promise<void> {
  const found = await ctx.tx.selectFrom('catalogue_items').select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('item');
}

async function refusePlace(ctx: Ctx, clientId: string | null, groupId: string | null): Promise<void> {
  if ((clientId === null) === (groupId === null))
    throw invalid([{ path: 'clientId', message: 'name a client or a group, not both' }]);
  const [table, id, what] =
    clientId === null
      ? (['client_groups', groupId, 'client group'] as const)
      : (['clients', clientId, 'client'] as const);
  if (clientId === null) requireAllClients(ctx, 'What holds for a group');
  const found = await ctx.tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound(what);
}

async function refuseTerms(ctx: Ctx, clientId: string | null, { approval }: PutOffer['terms']): Promise<void> {
  if (!approval) return;
  const faults = validateApproval(approval as ApprovalTerms, clientId !== null);
  const named = approval.steps.flatMap(({ approvers }) =>
    approvers.flatMap((one) => (one.kind === 'contact' ? [one.id] : [])),
  );
  const known =
    named.length === 0 || clientId === null
      ? []
      : await ctx.tx
          .selectFrom('contacts')
          .select('id')
          .where('client_id', '=', clientId)
          .where('id', 'in', named)
          .execute();
  if (new Set(named).size > known.length)
    faults.push({ path: 'steps', message: 'names somebody who is no contact of this client' });
  if (faults.length > 0)
    throw invalid(faults.map(({ path, message }) => ({ path: `terms.approval.${path}`, message })));
}

const tell = (ctx: Ctx, clientId: string | null, id: string, what: string, data: Record<string, unknown>) =>
  appendEvent(ctx, { clientId, subjectType: 'catalogue_offer', subjectId: id, type: `catalogue_offer.${what}`, data });
