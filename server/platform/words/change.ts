import { Fault, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { ONE_LINE } from '#shared/http.ts';
import type { Spoken } from '#shared/languages.ts';
import type { PutWords } from '#shared/words.ts';
import { type Ctx, requireAllClients } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { allTexts, type Kept, keptWords, type Text } from './list.ts';

const LINE = new RegExp(ONE_LINE, 'u');

/** What is wrong with a translation; null where nothing is. */
export function faultOf(text: Pick<Text, 'most' | 'lines'>, words: string): string | null {
  if (words.length > text.most) return `must be at most ${text.most} characters`;
  if (!text.lines && words.includes('\n')) return 'must be one line of text';
  return words.split('\n').some((line) => line.trim() !== '' && !LINE.test(line))
    ? 'has characters in it that are no text'
    : null;
}

/**
 * Says how one text reads in a language; without words it reads as it was written. Refused where the original is another by now, or
 * where somebody translated it a moment ago.
 */
export async function putWords(ctx: Ctx, { id, language, original, words, version }: PutWords): Promise<void> {
  const text = (await allTexts(ctx)).find((one) => one.id === id);
  if (!text) throw notFound('text');
  refuseOther(ctx, text);
  if (text.original.trim() !== original.trim())
    throw new Fault('conflict', 'The original has changed. Look at it, then translate it again.');
  const fault = faultOf(text, words.trim());
  if (fault) throw invalid([{ path: 'words', message: fault }]);
  const kept = ownOf(text, await keptWords(ctx, language));
  if ((kept?.version ?? 0) !== version) throw staleVersion('translation', kept?.version ?? 0);
  await keep(ctx, text, language, words.trim(), kept);
}

/** What reaches clients that the writer does not see is not theirs to change. */
export function refuseOther(ctx: Ctx, { clientId }: Pick<Text, 'clientId'>): void {
  if (!clientId) requireAllClients(ctx, 'A text of the provider or of a group');
}

/** A text's own translation. */
export const ownOf = (text: Text, kept: readonly Kept[]): Kept | undefined =>
  kept.find(
    (one) =>
      one.digest === text.digest &&
      one.kind === text.kind &&
      one.thing === text.thing &&
      one.client_id === (text.clientId ?? null) &&
      one.group_id === (text.groupId ?? null),
  );

/** Writes, changes or takes away a text's own translation and says so. */
export async function keep(
  ctx: Ctx,
  text: Text,
  language: Spoken,
  words: string,
  before: Kept | undefined,
): Promise<boolean> {
  if ((before?.words ?? '') === words) return false;
  const id = before?.id ?? newId();
  const { actor, now } = ctx;
  const set = { words, field: text.field, updated_at: now, updated_by: actor.kind === 'system' ? null : actor.id };
  if (before && words === '') await ctx.tx.deleteFrom('translations').where('id', '=', id).execute();
  else if (before)
    await ctx.tx
      .updateTable('translations')
      .set({ ...set, version: before.version + 1 })
      .where('id', '=', id)
      .execute();
  else {
    const made = await ctx.tx
      .insertInto('translations')
      .values({
        ...set,
        client_id: text.clientId ?? null,
        group_id: text.groupId ?? null,
        id,
        kind: text.kind,
        thing: text.thing,
        language,
        original: text.original,
        digest: text.digest,
      })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new Fault('conflict', 'Somebody translated this a moment ago. Look at it, then save again.');
  }
  await appendEvent(ctx, {
    clientId: text.clientId ?? null,
    subjectType: 'translation',
    subjectId: id,
    type: 'translation.changed',
    data: {
      text: text.original.slice(0, 200),
      language,
      of: text.id,
      changes: { words: [before?.words ?? null, words] },
    },
  });
  return true;
}

/** Says how every text reads in a language that a book of originals knows, where nobody has said it. */
export async function translateAll(ctx: Ctx, language: Spoken, book: Readonly<Record<string, string>>): Promise<void> {
  const kept = await keptWords(ctx, language);
  const done = new Set<string>();
  for (const text of await allTexts(ctx)) {
    const words = book[text.original];
    const place = [text.kind, text.thing, text.clientId, text.groupId, text.digest].join();
    if (words === undefined || done.has(place) || ownOf(text, kept)) continue;
    done.add(place);
    await keep(ctx, text, language, words, undefined);
  }
}
