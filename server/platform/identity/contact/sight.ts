import Type from 'typebox';
import { OneOf } from '#shared/http.ts';
import { SEES, type Sees } from '#shared/vocabulary.ts';
import type { Ctx } from '../../context/index.ts';
import { defineSetting, resolveSetting } from '../../settings/index.ts';

/** What people see of whom nothing else is said. */
const PORTAL_SEES = defineSetting({
  key: 'portal.sees',
  title: 'What clients’ people see',
  help: 'Which tickets a client’s people see in the portal of whom nothing else is said on their own card. Whoever sees all also confirms for others, raises for everybody and has the view of the whole company.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ sees: OneOf(SEES) }),
  default: { sees: 'own' },
});

/** How far somebody sees beyond their own tickets; a part of their scope. */
export type Sight = { readonly companyWide: boolean; readonly siteId?: string };

/** How far one of a client's people sees: as their card says, else as their client has it. Of no site, "site" is their own alone. */
export async function sightOf(
  ctx: Ctx,
  clientId: string,
  contact: { sees: Sees | null; siteId: string | null },
): Promise<Sight> {
  const sees = contact.sees ?? (await resolveSetting(ctx, PORTAL_SEES, clientId)).value.sees;
  const siteId = sees === 'site' ? contact.siteId : null;
  return { companyWide: sees === 'all', ...(siteId ? { siteId } : {}) };
}
