import type { Ctx } from '#platform/context/index.ts';
import { resolveSettings } from '#platform/settings/index.ts';
import { inWordsOf } from '#platform/words/index.ts';
import type { PortalBrand } from '#shared/brand.ts';
import type { Spoken } from '#shared/languages.ts';
import { type KeptPicture, pictureFor } from './keep-picture.ts';
import { PORTAL_COLOURS, PORTAL_ICON, PORTAL_LINKS, PORTAL_LOGO, PORTAL_NAME, PORTAL_TEXTS } from './settings.ts';

type Words = Pick<PortalBrand, 'name' | 'welcome' | 'support' | 'links' | 'colours'>;

/** How a client's portal looks and what it says in a language; the provider's own where it is nobody's. */
export async function brandOf(
  ctx: Ctx,
  clientId: string | null,
  language: Spoken,
): Promise<Words & { logo: KeptPicture | null; icon: KeptPicture | null }> {
  const [name, colours, texts, links, logo, icon] = await resolveSettings(
    ctx,
    [PORTAL_NAME, PORTAL_COLOURS, PORTAL_TEXTS, PORTAL_LINKS, PORTAL_LOGO, PORTAL_ICON],
    clientId,
  );
  const provider = await ctx.tx.selectFrom('clients').select('name').where('kind', '=', 'internal').executeTakeFirst();
  const words = await inWordsOf(ctx, { clientId, language }, (say) => ({
    name: say(name.value.name, 'portal') || provider?.name || 'Service desk',
    welcome: say(texts.value.welcome, 'portal'),
    support: say(texts.value.support, 'portal'),
    links: links.value.links.map((link) => ({ ...link, label: say(link.label, 'portal') })),
  }));
  return {
    ...words,
    colours: colours.value,
    logo: await pictureFor(ctx, logo.value.imageId, clientId),
    icon: await pictureFor(ctx, icon.value.imageId, clientId),
  };
}
