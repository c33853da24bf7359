import { COMMON } from '#kernel/common-words.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';

const TOUCHED = `
select s.client_id, c.name, c.code from ticket_spans s join clients c on c.id = s.client_id
where s.whole_client_id = $1 and s.whole_id = $2 and s.client_id <> $1`;
type Touched = { client_id: string; name: string; code: string };

/**
 * Refuses a text that people of a client read, or of all that a whole touches, where it names another of these: nobody learns from it whom
 * else it concerns.
 */
export async function refuseNames(
  ctx: Ctx,
  whole: Pick<TicketRecord, 'client_id' | 'id'>,
  texts: Readonly<Record<string, string>>,
  reader: string | null = null,
): Promise<void> {
  const touched = await ctx.hot<Touched>('span_touched', TOUCHED, [whole.client_id, whole.id]);
  const others = touched.filter(({ client_id }) => client_id !== reader);
  // A text for all that one client alone reads may name it.
  if (reader === null && touched.length < 2) return;
  const faults = Object.entries(texts).flatMap(([path, text]): FieldError[] => {
    const named = others.find((client) => names(htmlToText(text), client));
    return named ? [{ path, message: `names “${named.name}”, and people of other clients read it` }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const has = (text: string, word: string, flags: string) =>
  new RegExp(`(^|[^\\p{L}\\p{N}])${escaped(word)}($|[^\\p{L}\\p{N}])`, `u${flags}`).test(text);

/** Shorter beginnings of names are too often words of any sentence. */
const TELLING = 4;

/**
 * By its name in any case, by the code that its tickets' keys begin with, or by the first word of its name, written as there, by which
 * people call it: "Meridian" for "Meridian Engineering".
 */
function names(text: string, { name, code }: Touched): boolean {
  const [first = ''] = name.split(/\s+/);
  const isTelling = first.length >= TELLING && !COMMON.has(first.toLowerCase());
  return has(text, name, 'i') || has(text, code, '') || (isTelling && has(text, first, ''));
}
