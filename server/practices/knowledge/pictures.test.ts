import { expect, test } from 'vitest';
import { cleanArticleHtml, cleanHtml } from '#platform/text/index.ts';
import { createClient } from '#server/business/client/index.ts';
import type { ArticleView } from '#shared/knowledge.ts';
import { SCRIPTS } from '#tests/attack/scripts.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { uploadPicture } from '#tests/upload.ts';
import { adoptPictures, picturesIn } from './pictures.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { role: 'technician' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const limited = await hire(desk, { role: 'technician', clientIds: [acme] });

const send = async (who: Person) => (await uploadPicture(desk, { authorization: `Bearer ${who.key}` })).body.id;
const img = (id: string) => `<img src="/api/v1/article-files/${id}" alt="The button">`;
const write = async (who: Person, body: string, more: object = {}) => {
  const made = await who.call('POST', '/articles', { title: 'With a picture', body, ...more });
  return (await olive.call('GET', `/articles/${(made.body as { id: string }).id}`)).body as ArticleView;
};
const seen = async (who: Person, id: string) => (await who.call('GET', `/article-files/${id}`)).status;

test('a picture belongs to its uploader until a text takes it, and then to whoever sees the article', async () => {
  const id = await send(tom);
  expect([await seen(tom, id), await seen(olive, id)]).toEqual([200, 404]);
  const article = await write(tom, `<p>Press this</p>${img(id)}`, { visibility: 'chosen', clientIds: [birch] });
  expect(article.draft?.body).toBe(`<p>Press this</p><img src="/api/v1/article-files/${id}" alt="The button" />`);
  expect([await seen(olive, id), await seen(limited, id)]).toEqual([200, 404]);
});

test('a copied picture is taken over under an id of its own; one out of sight, elsewhere or of another kind is left out', async () => {
  const hidden = await send(tom);
  await write(tom, img(hidden), { visibility: 'chosen', clientIds: [birch] });
  const known = await send(tom);
  await write(tom, img(known));
  const copy = await write(limited, `<p>x</p>${img(hidden)}${img(known)}<img src="https://evil.example/x.png">`);
  const [only, ...others] = picturesIn(copy.draft?.body ?? '');
  expect(others).toEqual([]);
  expect([hidden, known]).not.toContain(only);
  expect(await seen(limited, only ?? '')).toBe(200);
  const svg = await uploadPicture(
    desk,
    { authorization: `Bearer ${tom.key}` },
    { name: 'x.png', content: '<svg onload=pwn()>' },
  );
  expect(svg.status).toBe(422);
});

test.each(SCRIPTS)('of %j no more is left in an article than in a message', (script) => {
  const html = `<p>before</p>${script}<p>after</p>`;
  expect(cleanArticleHtml(html)).toBe(cleanHtml(html));
});

test('an address that only looks like a picture of ours is none', async () => {
  const ids = ['../x', 'x" onerror="pwn()', '01a2226a-2bdb-7534-84f4-d84450c3e3db/../..', '//evil.example/'];
  for (const id of ids) expect(cleanArticleHtml(`<img src="/api/v1/article-files/${id}">`)).toBe('');
  const other = '<img src="//evil.example/api/v1/article-files/01a2226a-2bdb-7534-84f4-d84450c3e3db">';
  expect(cleanArticleHtml(other)).toBe('');
  const html = cleanArticleHtml(img('01a2226a-2bdb-7534-84f4-d84450c3e3db'));
  expect(await desk.run((ctx) => adoptPictures(ctx, '01a2226a-2bdb-7534-84f4-d84450c3e3db', html))).toBe('');
});
