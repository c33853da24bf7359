import { COLOUR } from '#kernel/colour.ts';
import type { PortalBrand } from '#shared/brand.ts';
import { PORTAL_ACCENT } from '#shared/brand-words.ts';

/** What a preview shows of a portal. */
export type Look = Pick<PortalBrand, 'name' | 'welcome' | 'support' | 'links' | 'colours'> & {
  logoId: string | null;
  iconId: string | null;
};

type Image = { imageId: string | null };

/** The look that the values of its settings make; what is typed halfway shows as it was before. */
export function lookOf(saidOf: (key: string) => unknown, mspName: string): Look {
  const value = <T>(key: string, otherwise: T): T => (saidOf(key) as T | undefined) ?? otherwise;
  const colours = value('portal.colours', { ...PORTAL_ACCENT });
  return {
    name: value('portal.name', { name: '' }).name.trim() || mspName,
    colours: {
      light: COLOUR.test(colours.light) ? colours.light : PORTAL_ACCENT.light,
      dark: COLOUR.test(colours.dark) ? colours.dark : PORTAL_ACCENT.dark,
    },
    ...value('portal.texts', { welcome: '', support: '' }),
    links: value('portal.links', { links: [] as PortalBrand['links'] }).links.filter(({ label }) => label !== ''),
    logoId: value<Image>('portal.logo', { imageId: null }).imageId,
    iconId: value<Image>('portal.icon', { imageId: null }).imageId,
  };
}
