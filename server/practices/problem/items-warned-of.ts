import { foldedWords } from '#kernel/fold.ts';
import type { Item } from '#kernel/problem.ts';
import type { Ctx } from '#platform/context/index.ts';
import { likeText } from '#platform/text/index.ts';

const ITEMS = `
select client_id as "clientId", id, concat_ws(' ', name, attributes ->> 'manufacturer', attributes ->> 'model',
  attributes ->> 'operatingSystem', attributes ->> 'osVersion', attributes ->> 'firmware') as text
from configuration_items where state not in ('retired', 'disposed') and merged_into is null`;
// The programs are looked through by title, of which there are few, before the machines that have them.
const PROGRAMS = `
with titles as materialized (select distinct name, publisher from ci_software),
told as (select name, publisher from titles where app.plain(name || ' ' || publisher) like any ($1::text[]))
select distinct i.client_id as "clientId", i.id, t.name || ' ' || t.publisher as text
from told t join ci_software x on x.name = t.name and x.publisher = t.publisher
join ci_sources s on s.client_id = x.client_id and s.id = x.source_ref and s.gone_at is null
join configuration_items i on i.client_id = s.client_id and i.id = s.item_id
where i.state not in ('retired', 'disposed') and i.merged_into is null`;

/** The texts of all items in use that any of these advisories could concern: what each item is, and its programs, by the words of all. */
export async function itemsWarnedOf(ctx: Ctx, advisories: readonly { words: readonly string[] }[]): Promise<Item[]> {
  const longest = advisories.flatMap(({ words }) => words.toSorted((a, b) => b.length - a.length)[0] ?? []);
  if (longest.length === 0) return [];
  const patterns = [...new Set(longest)].map((word) => `%${likeText(word)}%`);
  const items = await ctx.hot<{ clientId: string; id: string; text: string }>('problem_items', ITEMS, []);
  const programs = await ctx.hot<{ clientId: string; id: string; text: string }>('problem_programs', PROGRAMS, [
    patterns,
  ]);
  return [...items, ...programs].map(({ text, ...rest }) => ({ ...rest, words: foldedWords(text) }));
}
