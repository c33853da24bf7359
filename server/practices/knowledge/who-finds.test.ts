import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { ArticlePage, ArticleView, TicketArticles } from '#shared/knowledge.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

/**
 * The oracle of who finds which article: every kind of article against every kind of reader, through every way to read. A new way to
 * read is a line in WAYS; it must give the same table.
 */
const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));

type Reader = 'all' | 'acme' | 'birch' | 'none';
const staff: Record<Reader, Person> = {
  all: await hire(desk, { role: 'readonly' }),
  acme: await hire(desk, { role: 'manager', clientIds: [acme] }),
  birch: await hire(desk, { role: 'manager', clientIds: [birch] }),
  none: await hire(desk, { role: 'manager', clientIds: [] }),
};
const EVERYBODY: readonly Reader[] = ['all', 'acme', 'birch', 'none'];

/** Whom an article is for, and which staff may find it. */
const READERS: Readonly<Record<string, { fields: object; staff: readonly Reader[] }>> = {
  internal: { fields: {}, staff: EVERYBODY },
  everybody: { fields: { visibility: 'all' }, staff: EVERYBODY },
  public: { fields: { visibility: 'public' }, staff: EVERYBODY },
  ofacme: { fields: { visibility: 'chosen', clientIds: [acme] }, staff: ['all', 'acme'] },
  ofbirch: { fields: { visibility: 'chosen', clientIds: [birch] }, staff: ['all', 'birch'] },
  ofboth: { fields: { visibility: 'chosen', clientIds: [acme, birch] }, staff: ['all', 'acme', 'birch'] },
};
const STATES = ['draft', 'published', 'rewritten', 'retired'] as const;
const words = (readers: string, state: string) => `${readers}${state}`;

const ids = new Map<string, string>();
for (const [readers, { fields }] of Object.entries(READERS))
  for (const state of STATES) {
    const word = words(readers, state);
    const made = await olive.call('POST', '/articles', {
      title: `Quokka ${word}`,
      body: `<p>wombat ${word}</p>`,
      ...fields,
    });
    const { id } = made.body as { id: string };
    ids.set(id, word);
    const step = async (name: string, more: object = {}) => {
      const { version } = (await olive.call('GET', `/articles/${id}`)).body as ArticleView;
      const answer = await olive.call(name ? 'POST' : 'PATCH', `/articles/${id}${name}`, { version, ...more });
      expect([name, answer.status]).toEqual([name, 200]);
    };
    if (state !== 'draft') await step('/publish');
    if (state === 'rewritten') await step('', { body: `<p>numbat ${word}</p>` });
    if (state === 'retired') await step('/retire');
  }

/** Ways to read a list, each giving the words of what it shows. */
const EVERY = '&state=draft&state=in_review&state=published&state=retired&limit=200';
const listed = async (who: Person, query: string) =>
  ((await who.call('GET', `/articles?${query}${EVERY}`)).body as ArticlePage).items.map(({ id }) => ids.get(id) ?? '');
const WAYS: Readonly<Record<string, (who: Person) => Promise<string[]>>> = {
  list: (who) => listed(who, ''),
  search: (who) => listed(who, 'q=quokka'),
  'search with typing errors': (who) => listed(who, 'q=qoukka'),
  'search for some of the words': (who) => listed(who, 'q=quokka+platypus'),
  'one by one': async (who) => {
    const found: string[] = [];
    for (const [id, word] of ids) if ((await who.call('GET', `/articles/${id}`)).status === 200) found.push(word);
    return found;
  },
  versions: async (who) => {
    const found: string[] = [];
    for (const [id, word] of ids) {
      const { status } = await who.call('GET', `/articles/${id}/versions`);
      if (status === 200) found.push(word);
    }
    return found;
  },
};

const expected = (reader: Reader) =>
  Object.entries(READERS)
    .flatMap(([readers, { staff: may }]) => (may.includes(reader) ? STATES.map((state) => words(readers, state)) : []))
    .sort();

test.each(EVERYBODY.flatMap((reader) => Object.keys(WAYS).map((way) => [reader, way] as const)))(
  'staff who see %s find by %s what they may, and nothing else',
  async (reader, way) => {
    expect((await WAYS[way]?.(staff[reader]))?.sort()).toEqual(expected(reader));
  },
);

test('a word that stands only where the reader may not look is no word to mend another by', async () => {
  const mended = async (who: Person) =>
    ((await who.call('GET', '/articles?q=ofbirchpublishedd')).body as ArticlePage).words;
  expect(await mended(staff.birch)).toContain('ofbirchpublished');
  expect(await mended(staff.acme)).toEqual([]);
});

test('what was for other clients only stays unread in the history of what is for everybody now', async () => {
  const { id } = (
    await olive.call('POST', '/articles', {
      title: 'Once for Birch',
      body: 'secret of Birch',
      visibility: 'chosen',
      clientIds: [birch],
    })
  ).body as { id: string };
  const version = async (): Promise<number> =>
    ((await olive.call('GET', `/articles/${id}`)).body as ArticleView).version;
  await olive.call('POST', `/articles/${id}/publish`, { version: await version() });
  await olive.call('PATCH', `/articles/${id}`, { version: await version(), body: 'for everybody' });
  await olive.call('PUT', `/articles/${id}/visibility`, { version: await version(), visibility: 'all' });
  await olive.call('POST', `/articles/${id}/publish`, { version: await version() });
  const seen = async (who: Person) => (await who.call('GET', `/articles/${id}/versions`)).text;
  expect((await seen(staff.birch)).match(/"number":\d/g)).toEqual(['"number":2', '"number":1']);
  expect((await seen(staff.acme)).match(/"number":\d/g)).toEqual(['"number":2']);
  expect((await staff.acme.call('GET', `/articles/${id}/versions/1`)).status).toBe(404);
  expect((await staff.acme.call('GET', `/articles/${id}/diff?before=1&after=2`)).status).toBe(404);
});

/** Ways to read in the portal, for whoever is signed in there, and for nobody. */
const PORTAL: Readonly<Record<string, (who: Visitor, at: string) => Promise<string[]>>> = {
  list: (who, at) => shownIn(who, `${at}?limit=200`),
  search: (who, at) => shownIn(who, `${at}?q=quokka&limit=200`),
  'search with typing errors': (who, at) => shownIn(who, `${at}?q=qoukka&limit=200`),
  'one by one': async (who, at) => {
    const found: string[] = [];
    for (const [id, word] of ids) if ((await who.call('GET', `${at}/${id}`)).status === 200) found.push(word);
    return found;
  },
};
const shownIn = async (who: Visitor, url: string) =>
  ((await who.call('GET', url)).body as { items: { id: string }[] }).items.flatMap(({ id }) => ids.get(id) ?? []);

test.each([
  ['of Acme', acme, ['everybody', 'public', 'ofacme', 'ofboth']],
  ['of Birch', birch, ['everybody', 'public', 'ofbirch', 'ofboth']],
  ['of nobody', null, ['public']],
] as const)('a reader %s finds through the portal what is in force and theirs', async (_, clientId, may) => {
  const who = visit(desk);
  if (clientId) {
    const contactId = await desk.run((ctx) => createContact(ctx, { clientId, name: 'Connie', sees: 'all' }));
    const { url } = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
    await who.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  }
  const at = clientId ? '/portal/knowledge' : '/public/knowledge';
  const oracle = may.flatMap((readers) => [words(readers, 'published'), words(readers, 'rewritten')]).sort();
  for (const [way, ask] of Object.entries(PORTAL)) expect([way, (await ask(who, at)).sort()]).toEqual([way, oracle]);
  if (!clientId) return;
  // Suggestions offer a few of the best: nothing but theirs, whatever is typed.
  for (const readers of Object.keys(READERS)) {
    const offered = await shownIn(who, `/portal/knowledge/suggestions?q=quokka+${words(readers, 'published')}`);
    expect(offered.filter((word) => !oracle.includes(word))).toEqual([]);
    expect(offered.includes(words(readers, 'published'))).toBe(oracle.includes(words(readers, 'published')));
  }
});

test('what is suggested on a ticket is what its reader may find', async () => {
  const { key } = (
    await olive.call('POST', '/tickets', {
      kind: 'incident',
      clientId: acme,
      title: `Quokka ${words('ofbirch', 'published')}`,
    })
  ).body as { key: string };
  const offered = async (who: Person) =>
    ((await who.call('GET', `/tickets/${key}/articles`)).body as TicketArticles).suggested.map(({ id }) => ids.get(id));
  expect(await offered(staff.all)).toContain('ofbirchpublished');
  expect((await offered(staff.acme)).filter((word) => word?.startsWith('ofbirch'))).toEqual([]);
});

/** Rows that a contact's own scope shows, whatever a route would ask: their table of the same oracle. */
test.each([
  ['of Acme', acme, ['everybody', 'public', 'ofacme', 'ofboth']],
  ['of Birch', birch, ['everybody', 'public', 'ofbirch', 'ofboth']],
  ['of nobody', null, ['public']],
] as const)('to a reader %s the database shows what is in force and theirs', async (_, clientId, may) => {
  const contactId: string | null =
    clientId && (await desk.run((ctx) => createContact(ctx, { clientId, name: 'Connie' })));
  const identity = {
    scope: {
      principal: 'contact' as const,
      principalId: contactId,
      allClients: false,
      clientIds: clientId ? [clientId] : [],
      ...(contactId ? { contactId } : {}),
    },
    actor: { kind: 'contact' as const, id: contactId, name: 'Connie' },
    permissions: new Set<never>(),
  };
  type Named = { id: string };
  const rows = await desk.run(
    async (ctx) => ({
      articles: await ctx.tx.selectFrom('articles').select('id').execute(),
      versions: await ctx.tx.selectFrom('article_versions').select(['article_id as id', 'body_text']).execute(),
      drafts: await ctx.tx.selectFrom('article_drafts').select('article_id as id').execute(),
      found: await ctx.hot<Named>('t1', "select article_id as id from app.find_articles('quokka'::tsquery, 500)", []),
      drafted: await ctx.hot<Named>('t2', "select article_id as id from app.find_articles('numbat'::tsquery, 500)", []),
      offered: await ctx.hot<Named>(
        't3',
        "select article_id as id from app.suggest_articles('{quokka,wombat}', 500)",
        [],
      ),
    }),
    { identity },
  );
  const oracle = may.flatMap((readers) => [words(readers, 'published'), words(readers, 'rewritten')]).sort();
  const named = (some: readonly { id: string }[]) => some.flatMap(({ id }) => ids.get(id) ?? []).sort();
  expect(named(rows.articles)).toEqual(oracle);
  expect(named(rows.versions)).toEqual(oracle);
  expect(named(rows.found)).toEqual(oracle);
  expect(named(rows.offered)).toEqual(oracle);
  expect([rows.drafts, rows.drafted]).toEqual([[], []]);
  expect(rows.versions.some(({ body_text }) => body_text.includes('numbat'))).toBe(false);
});
