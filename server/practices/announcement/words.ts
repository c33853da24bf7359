import { defineWords } from '#platform/words/index.ts';

/** What is written and has not ended, and what was said of it since. What is for one client alone is that client's. */
const WRITTEN = `
select a.id, a.title, a.body,
  (select c.client_id from announcement_clients c where a.audience = 'chosen' and a.client_count = 1 and c.announcement_id = a.id) as "clientId",
  coalesce((select json_agg(json_build_object('id', u.id, 'text', u.text) order by u.at, u.id)
    from announcement_updates u where u.announcement_id = a.id), '[]') as updates
from announcements a where a.state <> 'ended' order by a.created_at desc, a.id limit 200`;

type Written = {
  id: string;
  title: string;
  body: string;
  clientId: string | null;
  updates: { id: string; text: string }[];
};

defineWords({
  kind: 'announcement',
  name: 'Announcements',
  texts: async (ctx) =>
    (await ctx.hot<Written>('words_announcements', WRITTEN, [])).flatMap(({ id, title, body, clientId, updates }) => {
      const at = { thing: id, title, clientId, href: `/announcements/${id}` };
      return [
        { ...at, field: 'title', original: title, part: 'Title', most: 200 },
        { ...at, field: 'text', original: body, part: 'Text', most: 5_000, lines: true },
        ...updates.map(({ id, text }) => ({
          ...at,
          field: `update.${id}`,
          original: text,
          part: 'What was said since',
          most: 5_000,
          lines: true,
        })),
      ];
    }),
});
