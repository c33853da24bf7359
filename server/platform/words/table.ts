import { type FieldError, invalid } from '#kernel/errors.ts';
import { csvOf, readCsv, uncell } from '#shared/csv-words.ts';
import type { Spoken } from '#shared/languages.ts';
import type { ImportWords, WordsImported } from '#shared/words.ts';
import type { Ctx } from '../context/index.ts';
import { faultOf, keep, ownOf, refuseOther } from './change.ts';
import { allRows, allTexts, keptWords, type Text } from './list.ts';

const COLUMNS = ['id', 'where', 'place', 'original', 'words', 'state'] as const;
const MOST_FAULTS = 50;

/** Everything that clients' people read, with its words in a language, as a table that an agency fills in. */
export async function exportWords(ctx: Ctx, language: Spoken): Promise<string> {
  const { rows } = await allRows(ctx, language);
  return csvOf([
    COLUMNS,
    ...rows.map(({ id, title, part, place, original, words, state }) => [
      id,
      `${title}: ${part}`,
      place ?? '',
      original,
      words,
      state,
    ]),
  ]);
}

type Line = { line: number; values: readonly string[] };

/**
 * Takes such a table back, all of it or nothing: what is wrong is named by line and column. An empty translation changes nothing, so that
 * a table that was filled in halfway takes nothing away.
 */
export async function importWords(ctx: Ctx, { language, csv }: ImportWords): Promise<WordsImported> {
  const { lines, at } = tableIn(csv);
  const texts = new Map((await allTexts(ctx)).map((text) => [text.id, text]));
  const kept = await keptWords(ctx, language);
  const faults: FieldError[] = [];
  const wanted: { text: Text; words: string }[] = [];
  let empty = 0;
  const seen = new Set<string>();
  for (const { line, values } of lines) {
    const value = (column: 'id' | 'original' | 'words') => uncell(values[at(column)] ?? '').replaceAll('\r\n', '\n');
    const fault = (column: string, message: string) => faults.push({ path: `line ${line}, ${column}`, message });
    const text = texts.get(value('id').trim());
    const words = value('words').trim();
    if (words === '') empty += 1;
    else if (!text) fault('id', 'names no text that there is');
    else if (seen.has(text.id)) fault('id', 'stands in the table twice');
    else if (value('original').trim() !== text.original.trim().replaceAll('\r\n', '\n'))
      fault('original', 'is not what stands there by now; export again and translate that');
    else {
      seen.add(text.id);
      const wrong = faultOf(text, words);
      if (wrong) fault('words', wrong);
      wanted.push({ text, words });
    }
  }
  if (faults.length > 0) throw invalid(faults.slice(0, MOST_FAULTS));
  let changed = 0;
  for (const { text, words } of wanted) {
    const before = ownOf(text, kept);
    if (before?.words === words) continue;
    // What reads so already by a translation elsewhere needs none of its own.
    if (!before && isSaidElsewhere(text, words, kept)) continue;
    refuseOther(ctx, text);
    if (await keep(ctx, text, language, words, before)) {
      changed += 1;
      kept.push({ ...keptOf(text, words), id: before?.id ?? '', version: 0 });
    }
  }
  return { changed, same: wanted.length - changed, empty };
}

const isSaidElsewhere = (text: Text, words: string, kept: Awaited<ReturnType<typeof keptWords>>): boolean =>
  kept.findLast((one) => one.digest === text.digest && one.client_id === null && one.group_id === null)?.words ===
  words;

const keptOf = (text: Text, words: string) => ({
  client_id: text.clientId ?? null,
  group_id: text.groupId ?? null,
  kind: text.kind,
  thing: text.thing,
  field: text.field,
  original: text.original,
  digest: text.digest,
  words,
});

/** The lines below the head, and where each column is; refuses a table that has not what is needed. */
function tableIn(csv: string): { lines: Line[]; at(column: string): number } {
  const all = readCsv(csv);
  if (!all) throw invalid([{ path: 'csv', message: 'has a quotation mark that is never closed' }]);
  const [head, ...lines] = all;
  const names = head?.values.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = ['id', 'original', 'words'].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw invalid(missing.map((name) => ({ path: 'line 1', message: `lacks the column “${name}”` })));
  return { lines, at: (column) => names.indexOf(column) };
}
