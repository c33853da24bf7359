import { COMMON } from '#kernel/common-words.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';

const CLIENTS = `select id, name, code from clients where kind <> 'internal'`;
type Client = { id: string; name: string; code: string };
type Whole = Pick<TicketRecord, 'client_id' | 'id'>;

/** Which client a text names, of those that its readers must not learn of; null where it names none. */
export type Naming = (text: string) => string | null;

/**
 * What names a client to people who read of a whole: any client that the writer sees, whether it is concerned yet or not, but for the
 * `reader` who alone reads it. What is of one client alone is read by that client.
 */
export async function namingFor(ctx: Ctx, whole: Whole, reader: string | null = null): Promise<Naming> {
  const clients = await ctx.hot<Client>('span_nameable', CLIENTS, []);
  const own = reader ?? ((await isProvider(ctx, whole.client_id)) ? null : whole.client_id);
  const self = clients.find(({ id }) => id === own);
  const others = clients.filter(({ id }) => id !== own);
  return (html) => {
    const text = withoutNames(htmlToText(html), self);
    const lower = text.toLowerCase();
    return others.find((client) => names(text, lower, client))?.name ?? null;
  };
}

/** Refuses a text that people of a client read, or of all that a whole touches, where it names another client. */
export async function refuseNames(
  ctx: Ctx,
  whole: Whole,
  texts: Readonly<Record<string, string>>,
  reader: string | null = null,
): Promise<void> {
  const naming = await namingFor(ctx, whole, reader);
  const faults = Object.entries(texts).flatMap(([path, text]): FieldError[] => {
    const named = naming(text);
    return named === null ? [] : [{ path, message: `names “${named}”, and people of other clients read it` }];
  });
  if (faults.length > 0) throw invalid(faults);
}

/** What is told already of a whole: the text by what it is called, in words that say where it is changed. */
export type ToldTexts = Readonly<Record<string, string>>;

/** Refuses to let another client know of a whole while what is told of it already names a client. `path`: the field that brings it there. */
export async function refuseTold(ctx: Ctx, whole: Whole, path: string, told: ToldTexts): Promise<void> {
  const naming = await namingFor(ctx, whole);
  const faults = Object.entries(told).flatMap(([what, text]): FieldError[] => {
    const named = naming(text);
    return named === null
      ? []
      : [{ path, message: `cannot be put to it yet: ${what} names “${named}”. Change that first` }];
  });
  if (faults.length > 0) throw invalid(faults);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wordly = (word: string, flags: string) =>
  new RegExp(`(?<=^|[^\\p{L}\\p{N}])${escaped(word)}(?=$|[^\\p{L}\\p{N}])`, `u${flags}`);

/** Shorter beginnings of names are too often words of any sentence. */
const TELLING = 4;

/** The first word of a name by which people call a client: "Meridian" for "Meridian Engineering"; null where it is no name by itself. */
function shortOf(name: string): string | null {
  const [first = ''] = name.split(/\s+/);
  return first.length >= TELLING && !COMMON.has(first.toLowerCase()) ? first : null;
}

/** A text without what its own readers are called, so that “Birch” in “Birch Dental” is not taken for somebody else. */
function withoutNames(text: string, self: Client | undefined): string {
  if (!self) return text;
  const own = [self.name, shortOf(self.name)].filter((one) => one !== null);
  return own.reduce((left, name) => left.replace(wordly(name, 'gi'), ' '), text);
}

/**
 * By its name in any case, by the code that its tickets' keys begin with, in any case in such a key, or by the short form of its name,
 * written as there. `lower`: the text in lower case, since most clients are not in it at all.
 */
function names(text: string, lower: string, { name, code }: Client): boolean {
  const has = (word: string, flags: string) => lower.includes(word.toLowerCase()) && wordly(word, flags).test(text);
  if (has(name, 'i') || has(code, '')) return true;
  const short = shortOf(name);
  if (short !== null && has(short, '')) return true;
  return (
    lower.includes(`${code.toLowerCase()}-`) && new RegExp(`(^|[^\\p{L}\\p{N}])${escaped(code)}-\\d`, 'iu').test(text)
  );
}
