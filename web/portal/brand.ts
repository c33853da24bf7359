import { useParams } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import type { PortalBrand } from '#shared/brand.ts';
import { PORTAL_ACCENT } from '#shared/brand-words.ts';
import { useGet } from '#web/api/use.ts';

const KEPT = 'fettle.portal';

/** Whose portal this browser opened last: where the address does not say it, such as after signing out. */
export function keptPortal(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepPortal(code: string): void {
  try {
    localStorage.setItem(KEPT, code);
  } catch {
    // Storage may be switched off; the address alone then says it.
  }
}

/** The last part of `/portal/for/…`, here or where this browser was last. */
export function usePortalCode(): string | undefined {
  const { code } = useParams({ strict: false }) as { code?: string };
  useLayoutEffect(() => {
    if (code) keepPortal(code);
  }, [code]);
  return code ?? keptPortal();
}

/**
 * How the portal looks to whoever is here; the page wears it.
 * @param portal whose it is where a mail's link says so, null while that is not known yet; else the address says it
 */
export function useBrand(portal?: string | null): PortalBrand | undefined {
  const at = usePortalCode();
  const code = portal ?? at;
  const { data } = useGet(
    'GET /public/portal',
    { query: code ? { for: code } : {} },
    { staleTime: 5 * 60_000, enabled: portal !== null },
  );
  useLayoutEffect(() => {
    if (data?.home) keepPortal(data.home.split('/').at(-1) ?? '');
    wear(data?.colours);
    if (data) hangOut(data);
  }, [data]);
  return data;
}

/** What the browser shows of the portal outside of the page: its tab, and what a phone installs. */
function hangOut({ icon, touchIcon, manifest, name, colours }: PortalBrand): void {
  link('icon', icon);
  link('manifest', manifest);
  link('apple-touch-icon', touchIcon);
  const meta = document.querySelector('meta[name="apple-mobile-web-app-title"]') ?? document.createElement('meta');
  meta.setAttribute('name', 'apple-mobile-web-app-title');
  meta.setAttribute('content', name);
  document.head.append(meta);
  for (const bar of document.querySelectorAll('meta[name="theme-color"]')) bar.setAttribute('content', colours.light);
}

function link(rel: string, href: string): void {
  const one = document.querySelector(`link[rel="${rel}"]`) ?? document.createElement('link');
  if (one.getAttribute('href') === href) return;
  one.removeAttribute('type');
  one.setAttribute('rel', rel);
  one.setAttribute('href', href);
  document.head.append(one);
}

let worn: CSSStyleSheet | null = null;

/** Puts the accent on the whole page: a style sheet made by the program, which the page's policy allows. */
function wear(colours: PortalBrand['colours'] = PORTAL_ACCENT): void {
  if (!worn) {
    worn = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, worn];
  }
  worn.replaceSync(accentCss(colours));
}

/** Buttons carry white text, so that their ground is the accent of the light side on both. */
export function accentCss({ light, dark }: PortalBrand['colours'], at = ':root'): string {
  const side = (
    scheme: 'light' | 'dark',
    accent: string,
    ground: string,
  ) => `${at}[data-mantine-color-scheme=${scheme}]{
    --f-accent:${accent};
    --f-active:color-mix(in srgb,${accent} 10%,${ground});
    --f-picked:color-mix(in srgb,${accent} 16%,${ground});
    --mantine-color-anchor:${accent};
    --mantine-color-accent-filled:${light};
    --mantine-color-accent-filled-hover:color-mix(in srgb,${light} 88%,#000);
    --mantine-primary-color-filled:${light};
    --mantine-primary-color-filled-hover:color-mix(in srgb,${light} 88%,#000)}`;
  return side('light', light, '#ffffff') + side('dark', dark, '#16181c');
}
