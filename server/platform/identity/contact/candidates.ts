import type { Spoken } from '#shared/languages.ts';
import type { PortalPolicy } from '#shared/portal-sign-in.ts';
import type { Ctx } from '../../context/index.ts';
import { languageOf } from '../portal-language.ts';
import { policyFor } from './policy.ts';

/** Somebody whom an address may stand for, and how their client lets them in. */
export type Candidate = {
  clientId: string;
  contactId: string;
  client: string;
  language: Spoken;
  policy: PortalPolicy;
};

/** Who has this address right now, at one client or (null) at any: an address may be known to several. */
export async function candidatesFor(ctx: Ctx, email: string, clientId: string | null): Promise<Candidate[]> {
  if (email === '') return [];
  let query = ctx.tx
    .selectFrom('contacts')
    .innerJoin('clients', 'clients.id', 'contacts.client_id')
    .select(['contacts.client_id as clientId', 'contacts.id as contactId', 'clients.name as client'])
    .select(['contacts.language as own', 'clients.language as spoken'])
    .where('contacts.email', '=', email)
    .where('contacts.active', '=', true)
    .where('clients.active', '=', true);
  if (clientId !== null) query = query.where('contacts.client_id', '=', clientId);
  const found = await query.orderBy('clients.name_key').orderBy('contacts.client_id').execute();
  const candidates: Candidate[] = [];
  for (const { own, spoken, ...one } of found)
    candidates.push({
      ...one,
      language: await languageOf(ctx, { clientId: one.clientId, own, client: spoken }),
      policy: await policyFor(ctx, one.clientId),
    });
  return candidates;
}
