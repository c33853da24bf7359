import type { PortalBrand } from '#shared/brand.ts';

const SHORT = 12;

/** The web app's manifest of one portal (W3C, Web Application Manifest), by which a phone installs it. */
export function manifestOf(
  { name, colours }: Pick<PortalBrand, 'name' | 'colours'>,
  { start, icon, maskable }: { start: string; icon: { url: string; type: string; sizes: string }; maskable: string },
) {
  return {
    id: start,
    name,
    short_name: [...name].length <= SHORT ? name : (name.split(/\s+/)[0] ?? name),
    start_url: start,
    scope: '/portal',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: colours.light,
    icons: [
      { src: icon.url, type: icon.type, sizes: icon.sizes, purpose: 'any' },
      { src: maskable, type: 'image/svg+xml', sizes: 'any', purpose: 'maskable' },
    ],
  };
}
