import { isDay } from '#kernel/day.ts';
import { invalid } from '#kernel/errors.ts';
import { foldedWords } from '#kernel/fold.ts';
import { readCsv, uncell } from '#shared/csv-words.ts';
import { ONE_LINE } from '#shared/http.ts';
import { ADVISORY_COLUMNS, type AdvisoryColumn, SEVERITIES } from '#shared/problem-words.ts';
import type { Advisory } from './advisories.ts';
import { addressOf, MOST_WORDS, titleFor, wordsFor } from './advisory-defaults.ts';

/** An advisory as a list says it, or what is wrong with it, by the names of the list's columns. */
export type ListedAdvisory = Advisory & {
  readonly line: number;
  readonly faults: readonly { field: string; message: string }[];
};

type Values = ReadonlyMap<AdvisoryColumn, unknown>;
type Raw = { readonly line: number; readonly values: Values };

const MOST_LINES = 500;
const MOST_LETTERS: Readonly<Record<AdvisoryColumn, number>> = {
  ...{
    vendor: 100,
    product: 200,
    severity: 20,
    reference: 500,
    'published on': 10,
    text: 10_000,
    words: 700,
    title: 200,
  },
};
const ONE = new RegExp(ONE_LINE, 'u');
// Everything that a text of several lines has no use for: what PostgreSQL cannot keep, and what turns the direction of writing.
const UNSEEN = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reads a list of advisories: JSON where it begins with a bracket, else comma-separated values. What is wrong with one of them stands in its
 * `faults`; a list that is none is refused as a whole.
 */
export function readAdvisoryList(list: string): { lines: ListedAdvisory[]; ignored: string[] } {
  const begins = list.replace(/^\ufeff/, '').trimStart();
  const { raws, ignored } = /^[[{]/.test(begins) ? fromJson(begins) : fromTable(list);
  if (raws.length === 0) throw refused('holds no advisory');
  if (raws.length > MOST_LINES)
    throw refused(`holds ${raws.length.toLocaleString('en')} advisories; at most ${MOST_LINES} are taken at once`);
  return { lines: raws.map(readOne), ignored };
}

const refused = (message: string) => invalid([{ path: 'list', message }]);
/** The column that a head or key means: `publishedOn`, `published_on` and `Published on` are the same. */
const COLUMN_OF = new Map(ADVISORY_COLUMNS.map((name) => [plain(name), name]));
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

function fromTable(list: string): { raws: Raw[]; ignored: string[] } {
  const all = readCsv(list);
  if (!all) throw refused('has a quotation mark that is never closed');
  const [head, ...rest] = all;
  const columns = head?.values.map((name) => COLUMN_OF.get(plain(name.trim()))) ?? [];
  const twice = columns.find((one, at) => one !== undefined && columns.indexOf(one) !== at);
  if (twice) throw refused(`has the column “${twice}” twice`);
  const missing = (['vendor', 'product'] as const).filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw refused(`lacks ${missing.map((name) => `the column “${name}”`).join(' and ')} in its first line`);
  const raws = rest.map(({ line, values }) => ({
    line,
    values: new Map(columns.flatMap((name, at) => (name ? [[name, uncell(values[at] ?? '')] as const] : []))),
  }));
  return { raws, ignored: shown(head?.values.filter((_, at) => columns[at] === undefined) ?? []) };
}

function fromJson(list: string): { raws: Raw[]; ignored: string[] } {
  let said: unknown;
  try {
    said = JSON.parse(list);
  } catch {
    throw refused('begins as JSON does but is none; nothing else may stand in it');
  }
  const entries = Array.isArray(said)
    ? said
    : isRecord(said) && Array.isArray(said.advisories)
      ? said.advisories
      : null;
  if (!entries) throw refused('must be an array of advisories, or an object with one under “advisories”');
  const ignored = new Set<string>();
  const raws = entries.map((entry: unknown, at): Raw => {
    const values = new Map<AdvisoryColumn, unknown>();
    for (const [key, value] of isRecord(entry) ? Object.entries(entry) : []) {
      const column = COLUMN_OF.get(plain(key));
      if (column) values.set(column, value);
      else ignored.add(key);
    }
    return { line: at + 1, values };
  });
  return { raws, ignored: shown([...ignored]) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names from outside, as many and as much of each as can be shown. */
const shown = (names: readonly string[]): string[] =>
  names.slice(0, 20).flatMap((name) => {
    const clean = name.replaceAll(new RegExp(UNSEEN, 'gu'), '').trim().slice(0, 60).toWellFormed();
    return clean === '' ? [] : [clean];
  });

function readOne({ line, values }: Raw): ListedAdvisory {
  const faults: { field: string; message: string }[] = [];
  const fault = (field: AdvisoryColumn, message: string) => faults.push({ field, message });
  const textOf = (field: AdvisoryColumn): string => {
    const value = values.get(field) ?? '';
    if (typeof value !== 'string' && typeof value !== 'number') return refuse(field, 'must be a text');
    const text = String(value).replaceAll('\r\n', '\n').trim();
    if (text.length > MOST_LETTERS[field])
      return refuse(field, `must have at most ${MOST_LETTERS[field].toLocaleString('en')} letters`);
    if (!text.isWellFormed() || UNSEEN.test(text))
      return refuse(field, 'must be free of control characters and marks that turn the direction of writing');
    if (field !== 'text' && text !== '' && !ONE.test(text)) return refuse(field, 'must be one line');
    return text;
  };
  const refuse = (field: AdvisoryColumn, message: string): string => {
    fault(field, message);
    return '';
  };
  const needed = (field: 'vendor' | 'product'): string => {
    const before = faults.length;
    const text = textOf(field);
    return text === '' && faults.length === before ? refuse(field, 'must be said') : text;
  };
  const [vendor, product] = [needed('vendor'), needed('product')];
  const [reference, text, title] = [textOf('reference'), textOf('text'), textOf('title')];
  const level = textOf('severity').toLowerCase();
  const severity = SEVERITIES.find((one) => one === (level === 'moderate' ? 'medium' : level)) ?? null;
  if (level !== '' && !severity) fault('severity', `must be one of ${SEVERITIES.join(', ')}`);
  const day = textOf('published on');
  if (day !== '' && !isDay(day)) fault('published on', 'must be a day such as 2026-01-31');
  const words = wordsOf(values.get('words'), textOf, fault) ?? wordsFor({ vendor, product });
  if (words.length === 0 && faults.length === 0) fault('words', 'must hold a word that the items have');
  return {
    line,
    title: title || titleFor({ vendor, product, reference }),
    ...{ vendor, product, severity, reference, text, words, faults },
    url: addressOf(reference),
    publishedOn: day !== '' && isDay(day) ? day : null,
  };
}

/** The words that a list gives by itself, parted by blanks, commas, semicolons or “+”; null where it gives none. */
function wordsOf(
  said: unknown,
  textOf: (field: AdvisoryColumn) => string,
  fault: (field: AdvisoryColumn, message: string) => void,
): string[] | null {
  const one = Array.isArray(said) ? said : textOf('words').split(/[\s,;+]+/);
  if (one.some((word) => typeof word !== 'string')) {
    fault('words', 'must be texts');
    return [];
  }
  const words = [...new Set((one as string[]).flatMap((word) => foldedWords(word)))];
  if (words.length === 0) return null;
  if (words.length > MOST_WORDS) fault('words', `must be at most ${MOST_WORDS}`);
  if (words.some((word) => word.length > 60)) fault('words', 'must have at most 60 letters each');
  return words;
}
