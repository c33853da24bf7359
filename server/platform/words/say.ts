import type { Spoken } from '#shared/languages.ts';
import type { Ctx } from '../context/index.ts';
import { languageOf, providerLanguage } from '../identity/index.ts';
import { digestOf } from './digest.ts';

/** Says one of the MSP's texts as a reader reads it; as it is where nobody translated it. A text of that kind is preferred. */
export type Say = (text: string, kind?: string) => string;

/** Whose words are asked for; without a client, of the provider alone. */
export type Reader = { readonly clientId: string | null; readonly language: Spoken };

type Found = { kind: string; language: string; digest: string; words: string };

/** Translations of some texts that reach a client, the nearest last. What is an item's or an announcement's holds for those whom it is for. */
const FIND = `
select t.kind, t.language, t.digest, t.words
from translations t left join clients c on c.id = $1
where t.digest = any ($2) and (t.client_id is null or t.client_id = c.id) and (t.group_id is null or t.group_id = c.group_id)
  and (t.kind <> 'item' or exists (
    select from catalogue_items i where i.id::text = t.thing and (i.audience = 'all' or i.audience = 'groups' and c.group_id = any (i.group_ids)
      or i.audience = 'clients' and exists (select from catalogue_item_clients k where k.client_id = c.id and k.item_id = i.id))))
  and (t.kind <> 'announcement' or exists (select from announcements a where a.id::text = t.thing and app.announced_to(a, c.id)))
order by t.client_id is not null, t.group_id is not null, t.updated_at, t.id`;

/**
 * The words for texts in every language, asked for once however many texts and readers there are: the reader's language, then the
 * provider's, then the text as it was written.
 */
export async function bookFor(
  ctx: Ctx,
  clientId: string | null,
  texts: Iterable<string>,
): Promise<(language: Spoken) => Say> {
  const digests = new Map([...texts].filter((text) => text.trim() !== '').map((text) => [text, digestOf(text)]));
  const found =
    digests.size === 0 ? [] : await ctx.hot<Found>('words_said', FIND, [clientId, [...new Set(digests.values())]]);
  const fallback = found.length === 0 ? null : await providerLanguage(ctx, clientId);
  return (language) => (text, kind) => {
    const digest = digests.get(text);
    const of = found.filter((one) => one.digest === digest);
    const said = (spoken: string | null) => {
      const all = of.filter((one) => one.language === spoken);
      return all.findLast((one) => one.kind === kind) ?? all.at(-1);
    };
    return (said(language) ?? said(fallback))?.words ?? text;
  };
}

/**
 * What a reader is shown, with the MSP's texts in it as they read them.
 * @param write makes it, and says each text by what it is given; must do nothing else, for it is called twice
 */
export async function inWordsOf<T>(ctx: Ctx, { clientId, language }: Reader, write: (say: Say) => T): Promise<T> {
  const texts = new Set<string>();
  write((text) => {
    texts.add(text);
    return text;
  });
  return write((await bookFor(ctx, clientId, texts))(language));
}

const OF_CONTACT = `
select r.language, c.language as client_language from contacts r join clients c on c.id = r.client_id where r.client_id = $1 and r.id = $2`;

/** The person of a client who calls, as a reader. */
export async function callingReader(ctx: Ctx): Promise<Reader> {
  const [clientId = ''] = ctx.scope.clientIds;
  const [row] = await ctx.hot<{ language: string | null; client_language: string }>('words_reader', OF_CONTACT, [
    clientId,
    ctx.actor.id,
  ]);
  if (!row) return { clientId, language: 'en' };
  return { clientId, language: await languageOf(ctx, { clientId, own: row.language, client: row.client_language }) };
}
