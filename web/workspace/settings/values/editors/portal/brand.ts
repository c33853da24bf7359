import type { PortalBrand } from '#shared/brand.ts';
import { PORTAL_ACCENT } from '#shared/brand-words.ts';
import { useGet } from '#web/api/use.ts';
import { useMe } from '../../../../session/me.ts';
import { placeQuery, usePlace } from '../../place.ts';

/** What a preview shows of a portal. */
export type Shown = Pick<PortalBrand, 'name' | 'welcome' | 'support' | 'links' | 'colours'> & {
  logoId: string | null;
  iconId: string | null;
};

/** How the portal looks at the place of this page, by its settings as they are saved. */
export function useSavedLook(): Shown {
  const { mspName } = useMe();
  const { data } = useGet('GET /settings', { query: placeQuery(usePlace().place) });
  const value = <T>(key: string, otherwise: T): T =>
    (data?.items.find((one) => one.key === key)?.value as T | undefined) ?? otherwise;
  return {
    name: value('portal.name', { name: '' }).name || mspName,
    colours: value('portal.colours', { ...PORTAL_ACCENT }),
    ...value('portal.texts', { welcome: '', support: '' }),
    ...value('portal.links', { links: [] as PortalBrand['links'] }),
    logoId: value<Image>('portal.logo', { imageId: null }).imageId,
    iconId: value<Image>('portal.icon', { imageId: null }).imageId,
  };
}

export type Image = { imageId: string | null };
