import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { createArticle, publishArticle, viewArticle } from './index.ts';

const desk = await openDesk();
const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
afterAll(() => admin.end());

/** The same by comparing every article with every word, as slow as it is plain. */
const SLOW = `
  with found as (
    select d.article_id, w.place::integer as place, d.words @@ (quote_literal(w.word) || ':*A')::tsquery as in_title
    from unnest($1::text[]) with ordinality w (word, place)
    join fettle.article_documents d on d.words @@ (quote_literal(w.word) || ':*')::tsquery
    join fettle.articles a on a.id = d.article_id and a.state = 'published' where d.kind = 'published'),
  weighed as (
    select f.*, ln(1 + (select count(*) from fettle.articles where state = 'published')::real / count(*) over (partition by f.place)) as weight
    from found f)
  select w.article_id as id, sum(w.weight * case when w.in_title then 2 else 1 end)::real as score,
    array_agg(w.place order by w.place) as hits, bool_or(w.in_title) as titled
  from weighed w group by w.article_id
  having count(*) >= least(2, cardinality($1::text[])) or bool_or(w.in_title)
  order by score desc, w.article_id desc limit $2`;

const WORDS = 'scanner printer headset blank offline restart cable paper network account password reset'.split(' ');
const nth = (i: number) => WORDS[i % WORDS.length] as string;

test('what the index of words suggests is what comparing every article would, in the same order', async () => {
  await desk.run(async (ctx) => {
    for (let i = 0; i < 40; i++) {
      const title = `${nth(i)} ${nth(i * 5 + 2)}`;
      const body = `<p>${[1, 3, 7, 11].map((step) => nth(i * step + step)).join(' ')} printers</p>`;
      const id = await createArticle(ctx, { title, body, visibility: i % 2 ? 'internal' : 'all' });
      if (i % 7) await publishArticle(ctx, id, { version: (await viewArticle(ctx, id)).version });
    }
  });
  for (const asked of [
    ['scanner', 'offline', 'cable'],
    ['print', 'pap', 'blank', 'reset', 'network', 'password'],
    ['headset'],
    ['nothing', 'scanner'],
    ['nothing'],
    ["o'clock", 'account'],
  ]) {
    const found = await desk.run((ctx) =>
      ctx.hot('t', 'select article_id as id, score, hits, titled from app.suggest_articles($1::text[], $2)', [
        asked,
        25,
      ]),
    );
    expect(found).toEqual((await admin.query(SLOW, [asked, 25])).rows);
  }
});
