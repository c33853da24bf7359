import type { Ctx } from '#platform/context/index.ts';
import { resolveSettings } from '#platform/settings/index.ts';
import type { PortalBrand } from '#shared/brand.ts';
import { PORTAL_COLOURS, PORTAL_LINKS, PORTAL_NAME, PORTAL_TEXTS } from './settings.ts';

/** How a client's portal looks; the provider's own where it is nobody's. */
export async function brandOf(ctx: Ctx, clientId: string | null): Promise<Omit<PortalBrand, 'home'>> {
  const [name, colours, texts, links] = await resolveSettings(
    ctx,
    [PORTAL_NAME, PORTAL_COLOURS, PORTAL_TEXTS, PORTAL_LINKS],
    clientId,
  );
  const provider = await ctx.tx.selectFrom('clients').select('name').where('kind', '=', 'internal').executeTakeFirst();
  return {
    name: name.value.name || provider?.name || 'Service desk',
    ...texts.value,
    ...links.value,
    colours: colours.value,
  };
}
