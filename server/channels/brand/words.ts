import type { Static } from 'typebox';
import { defineWords, type OwnText } from '#platform/words/index.ts';
import type { PortalLinks, PortalName, PortalTexts } from '#shared/brand.ts';
import { BRAND_LENGTHS } from '#shared/brand-words.ts';
import { PORTAL_LINKS, PORTAL_NAME, PORTAL_TEXTS } from './settings.ts';

const SET = `
select key, value, client_id as "clientId", group_id as "groupId" from settings
where key = any ($1) order by client_id is not null, group_id is not null, key, id`;

type Row = { key: string; value: unknown; clientId: string | null; groupId: string | null };
type Part = Pick<OwnText, 'field' | 'original' | 'part' | 'most' | 'lines'>;

function partsOf({ key, value }: Row): Part[] {
  if (key === PORTAL_NAME.key)
    return [
      { field: 'name', original: (value as Static<typeof PortalName>).name, part: 'Name', most: BRAND_LENGTHS.name },
    ];
  if (key === PORTAL_LINKS.key)
    return (value as Static<typeof PortalLinks>).links.map(({ label }, at) => ({
      field: `links.${at}`,
      original: label,
      part: `Link ${at + 1} at the foot`,
      most: BRAND_LENGTHS.label,
    }));
  const { welcome, support } = value as Static<typeof PortalTexts>;
  return [
    { field: 'welcome', original: welcome, part: 'Welcome', most: BRAND_LENGTHS.welcome, lines: true },
    { field: 'support', original: support, part: 'How to reach you', most: BRAND_LENGTHS.support, lines: true },
  ];
}

defineWords({
  kind: 'portal',
  name: 'Portal',
  texts: async (ctx) => {
    const keys = [PORTAL_NAME, PORTAL_TEXTS, PORTAL_LINKS].map(({ key }) => key);
    return (await ctx.hot<Row>('words_portal', SET, [keys])).flatMap((row) =>
      partsOf(row).map((part) => ({
        thing: row.key,
        clientId: row.clientId,
        groupId: row.groupId,
        title: 'Portal',
        href: `/settings/portal${row.clientId ? `?client=${row.clientId}` : row.groupId ? `?group=${row.groupId}` : ''}`,
        ...part,
      })),
    );
  },
});
