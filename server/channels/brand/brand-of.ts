import type { Ctx } from '#platform/context/index.ts';
import { resolveSettings } from '#platform/settings/index.ts';
import type { PortalBrand } from '#shared/brand.ts';
import { type KeptPicture, pictureFor } from './keep-picture.ts';
import { PORTAL_COLOURS, PORTAL_ICON, PORTAL_LINKS, PORTAL_LOGO, PORTAL_NAME, PORTAL_TEXTS } from './settings.ts';

type Words = Pick<PortalBrand, 'name' | 'welcome' | 'support' | 'links' | 'colours'>;

/** How a client's portal looks; the provider's own where it is nobody's. */
export async function brandOf(
  ctx: Ctx,
  clientId: string | null,
): Promise<Words & { logo: KeptPicture | null; icon: KeptPicture | null }> {
  const [name, colours, texts, links, logo, icon] = await resolveSettings(
    ctx,
    [PORTAL_NAME, PORTAL_COLOURS, PORTAL_TEXTS, PORTAL_LINKS, PORTAL_LOGO, PORTAL_ICON],
    clientId,
  );
  const provider = await ctx.tx.selectFrom('clients').select('name').where('kind', '=', 'internal').executeTakeFirst();
  return {
    name: name.value.name || provider?.name || 'Service desk',
    ...texts.value,
    ...links.value,
    colours: colours.value,
    logo: await pictureFor(ctx, logo.value.imageId, clientId),
    icon: await pictureFor(ctx, icon.value.imageId, clientId),
  };
}
