import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

type Places = {
  siteId?: string | null | undefined;
  contactId?: string | null | undefined;
  serviceId?: string | null | undefined;
};

/** Refuses a site or a person of another client, and a service that is not there; by field. */
export async function refusePlaces(
  ctx: Ctx,
  clientId: string,
  { siteId, contactId, serviceId }: Places,
): Promise<void> {
  const errors: FieldError[] = [];
  if (siteId && !(await has(ctx, 'sites', clientId, siteId)))
    errors.push({ path: 'siteId', message: 'is no site of this client' });
  if (contactId && !(await has(ctx, 'contacts', clientId, contactId)))
    errors.push({ path: 'contactId', message: 'is nobody of this client' });
  if (serviceId && !(await ctx.tx.selectFrom('services').select('id').where('id', '=', serviceId).executeTakeFirst()))
    errors.push({ path: 'serviceId', message: 'is no service' });
  if (errors.length > 0) throw invalid(errors);
}

const has = (ctx: Ctx, table: 'sites' | 'contacts', clientId: string, id: string) =>
  ctx.tx.selectFrom(table).select('id').where('client_id', '=', clientId).where('id', '=', id).executeTakeFirst();

/** Refuses a client that is not there, or is out of sight: named in an address it is not found, in a field the field is wrong. */
export async function requireClient(ctx: Ctx, clientId: string, field?: string): Promise<void> {
  const found = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!found) throw field ? invalid([{ path: field, message: 'is no client' }]) : notFound('client');
}
