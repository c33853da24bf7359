import type { Spoken } from '#shared/languages.ts';
import type { WordRow, WordsPage, WordsQuery } from '#shared/words.ts';
import type { Ctx } from '../context/index.ts';
import { decodeCursor, encodeCursor } from '../http/index.ts';
import { digestOf } from './digest.ts';
import { type OwnText, wordSources } from './sources.ts';

/** A text with the kind that it is of, the id by which it is named, and by what its words are found. */
export type Text = OwnText & { kind: string; id: string; digest: string };
/** A translation as it is kept. */
export type Kept = {
  id: string;
  client_id: string | null;
  group_id: string | null;
  kind: string;
  thing: string;
  field: string;
  original: string;
  digest: string;
  words: string;
  version: number;
};

const KEPT = `
select id, client_id, group_id, kind, thing, field, original, digest, words, version from translations
where language = $1 order by updated_at, id`;

const idOf = (kind: string, { thing, field, clientId, groupId }: OwnText): string =>
  [kind, thing, field, ...(clientId ? [`client ${clientId}`] : groupId ? [`group ${groupId}`] : [])].join('/');

/** Every text that clients' people read and the reader may see, in the order of its kinds. */
export async function allTexts(ctx: Ctx): Promise<Text[]> {
  const texts: Text[] = [];
  for (const { kind, texts: textsOf } of wordSources())
    for (const text of await textsOf(ctx))
      if (text.original.trim() !== '')
        texts.push({ ...text, kind, id: idOf(kind, text), digest: digestOf(text.original) });
  return texts;
}

/** Every translation into a language that the reader may see. */
export const keptWords = (ctx: Ctx, language: Spoken): Promise<Kept[]> => ctx.hot<Kept>('words_kept', KEPT, [language]);

const thingOf = (one: { kind: string; thing: string }, client: string | null, group: string | null): string =>
  `${one.kind}/${one.thing}/${client ?? ''}/${group ?? ''}`;

/** How each text reads in a language: by its own translation, by one of the same text elsewhere, or not. */
export function rowsOf(texts: readonly Text[], kept: readonly Kept[], names: ReadonlyMap<string, string>): WordRow[] {
  const things = Map.groupBy(kept, (one) => thingOf(one, one.client_id, one.group_id));
  const everywhere = Map.groupBy(
    kept.filter(({ client_id, group_id }) => client_id === null && group_id === null),
    ({ digest }) => digest,
  );
  const stands = Map.groupBy(texts, (text) => thingOf(text, text.clientId ?? null, text.groupId ?? null));
  return texts.map((text) => {
    const thing = thingOf(text, text.clientId ?? null, text.groupId ?? null);
    const of = things.get(thing) ?? [];
    const own = of.find(({ digest }) => digest === text.digest);
    const elsewhere = own ? undefined : everywhere.get(text.digest)?.at(-1);
    const still = new Set(stands.get(thing)?.map(({ digest }) => digest));
    const before =
      own || elsewhere ? undefined : of.findLast((one) => one.field === text.field && !still.has(one.digest));
    return {
      id: text.id,
      kind: text.kind,
      title: text.title,
      part: text.part,
      place: names.get(text.clientId ?? text.groupId ?? '') ?? null,
      clientId: text.clientId ?? null,
      href: text.href,
      original: text.original,
      most: text.most,
      lines: text.lines === true,
      state: own ? 'translated' : elsewhere ? 'elsewhere' : before ? 'changed' : 'missing',
      words: (own ?? elsewhere)?.words ?? '',
      before: before ? { original: before.original, words: before.words } : null,
      version: own?.version ?? 0,
    };
  });
}

const NAMES =
  'select id, name from clients where id = any ($1::uuid[]) union all select id, name from client_groups where id = any ($1::uuid[])';

/** The same of everything, with the names of the groups and clients whose texts are among them. */
export async function allRows(ctx: Ctx, language: Spoken): Promise<{ texts: Text[]; rows: WordRow[] }> {
  const texts = await allTexts(ctx);
  const places = [...new Set(texts.flatMap(({ clientId, groupId }) => clientId ?? groupId ?? []))];
  const named = places.length === 0 ? [] : await ctx.hot<{ id: string; name: string }>('words_places', NAMES, [places]);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return { texts, rows: rowsOf(texts, await keptWords(ctx, language), names) };
}

const OPEN: readonly string[] = ['missing', 'changed'];

/** A page of the texts that clients' people read, and how they read in a language. */
export async function listWords(ctx: Ctx, query: WordsQuery): Promise<WordsPage> {
  const { rows } = await allRows(ctx, query.language);
  const limit = query.limit ?? 50;
  const asked = query.containing?.trim().toLowerCase() ?? '';
  const found = rows.filter(
    (row) =>
      (query.state === undefined || (query.state === 'open' ? OPEN.includes(row.state) : row.state === query.state)) &&
      (query.kind === undefined || row.kind === query.kind) &&
      (asked === '' || `${row.title}\n${row.original}\n${row.words}`.toLowerCase().includes(asked)),
  );
  const cursor = decodeCursor(query.cursor, ['text']);
  const begin = cursor ? rows.findIndex(({ id }) => id === cursor[0]) : -1;
  const order = new Map(rows.map(({ id }, at) => [id, at]));
  const rest = found.filter(({ id }) => (order.get(id) ?? 0) > begin);
  const items = rest.slice(0, limit);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    items,
    nextCursor: rest.length > limit ? encodeCursor([items.at(-1)?.id ?? '']) : null,
    kinds: wordSources().map(({ kind, name }) => ({ kind, name })),
    counts: { all: rows.length, missing: count('missing'), changed: count('changed') },
  };
}
