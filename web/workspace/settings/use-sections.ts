import { useGet } from '#web/api/use.ts';
import { useCan, useMe } from '../session/me.ts';
import { isLookPart } from './portal/parts.ts';
import { SECTIONS, type SettingsLink } from './sections.ts';

const VALUES = '/settings/values/';
/** These have a screen of their own, with a preview. */
const TEMPLATES = 'mail.template.';
/** And this has one on which each is switched by itself. */
const PRACTICES = 'practices.adopted';

/** What of the settings the reader may see, by section; values say whether they were changed for everybody. */
export function useSections(): { title: string; links: (SettingsLink & { changed: boolean })[] }[] {
  const can = useCan();
  const { allClients } = useMe();
  const { data } = useGet('GET /settings', { query: {} }, { enabled: can('settings.read') });
  const known = new Set(SECTIONS.flatMap(({ links }) => links.map(({ href }) => href)));
  const changed = new Set(
    data?.items.filter(({ source }) => source.level !== 'default').map(({ key }) => VALUES + key),
  );
  // What other modules declare is reachable as well, under its own title.
  const further = (data?.items ?? []).flatMap(({ key, title }): SettingsLink[] => {
    const href = VALUES + key;
    return known.has(href) || key.startsWith(TEMPLATES) || key === PRACTICES || isLookPart(key)
      ? []
      : [{ href, name: title, needs: 'settings.read' }];
  });
  return [...SECTIONS, ...(further.length > 0 ? [{ title: 'More', links: further }] : [])]
    .map(({ title, links }) => ({
      title,
      links: links
        .filter(({ needs, wide }) => can(needs) && (!wide || allClients))
        .map((link) => ({ ...link, changed: changed.has(link.href) })),
    }))
    .filter(({ links }) => links.length > 0);
}
