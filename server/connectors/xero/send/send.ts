import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type Loose, looseOf, textOf } from '#server/connectors/core/index.ts';
import type { InvoiceKind } from '#shared/billing-words.ts';
import { formatMoney } from '#shared/money-words.ts';
import { CallRefused, type Written, type Xero } from '../api.ts';
import type { Held } from '../held.ts';
import { minorIn } from '../values.ts';
import { type Codes, compose } from './compose.ts';
import { keep } from './keep.ts';
import { nextOutgoing, type Outgoing } from './outgoing.ts';

/** How the two kinds are called there. */
const NAMES = {
  invoice: { list: 'Invoices', id: 'InvoiceID', number: 'InvoiceNumber' },
  credit: { list: 'CreditNotes', id: 'CreditNoteID', number: 'CreditNoteNumber' },
} as const;
const GONE = new Set(['DELETED', 'VOIDED']);

type Ready = { readonly document: Outgoing; readonly element: object };
type Draft = { readonly document: Outgoing; readonly there: Loose };

/**
 * Sends what was issued and is not in the books yet, some at a time; what is refused is kept with its reason and holds up nothing else.
 * Each is marked before it is sent and looked for by its number before it is made, so that one whose answer was lost has no twin. It is made
 * as a draft, which counts for nothing there, and approved once its total is ours to the cent; else it is deleted again.
 */
export async function sendAll(held: Held, xero: Xero, kind: InvoiceKind): Promise<void> {
  for (;;) {
    const { found, ready } = await held.write((ctx) => takeNext(ctx, held, kind));
    if (found === 0) return;
    const { drafts, absent } = await lookFor(held, xero, kind, ready);
    drafts.push(...(await make(held, xero, kind, absent)));
    await approve(held, xero, kind, drafts);
  }
}

/** What is next, marked as being sent; what lacks a name there is kept as such. */
async function takeNext(ctx: Ctx, { link }: Held, kind: InvoiceKind) {
  const documents = await nextOutgoing(ctx, link.send_from, kind);
  const codes = await codesOf(ctx);
  const ready: Ready[] = [];
  for (const document of documents) {
    const made = compose(document, codes, urlOf(ctx, document));
    if ('missing' in made)
      await keep(ctx, document, { state: 'failed', kind: 'mapping', fault: made.missing.join(' ') });
    else {
      await keep(ctx, document, { state: 'sending' });
      ready.push({ document, element: made.element });
    }
  }
  return { found: documents.length, ready };
}

/** Xero takes no address that is not one of the internet. */
const urlOf = ({ services: { baseUrl } }: Ctx, { id }: Outgoing): string | null =>
  baseUrl.startsWith('https://') ? `${baseUrl}/billing/invoices/${id}` : null;

async function codesOf(ctx: Ctx): Promise<Codes> {
  const rows = await ctx.tx.selectFrom('accounting_codes').select(['what', 'key', 'code']).execute();
  return new Map(rows.map(({ what, key, code }) => [`${what} ${key}`, code]));
}

/** Which of them are there by their number: made by us a moment ago, or taken over from a file; or by somebody else. */
async function lookFor(held: Held, xero: Xero, kind: InvoiceKind, ready: readonly Ready[]) {
  const names = NAMES[kind];
  const there = new Map<string, Loose>();
  const take = (list: readonly Loose[]) => {
    for (const one of list) if (!GONE.has(String(one['Status']))) there.set(textOf(one[names.number]) ?? '', one);
  };
  const numbers = ready.map(({ document }) => document.number);
  if (kind === 'invoice' && numbers.length > 0)
    for await (const page of xero.pages('Invoices', { InvoiceNumbers: numbers.join(',') })) take(page);
  if (kind === 'credit')
    for (const number of numbers)
      for await (const page of xero.pages('CreditNotes', { where: `CreditNoteNumber=="${number}"` })) take(page);
  const drafts: Draft[] = [];
  const absent: Ready[] = [];
  for (const one of ready) {
    const { document } = one;
    const found = there.get(document.number);
    if (!found) absent.push(one);
    else if (isSame(found, document)) drafts.push({ document, there: found });
    else
      await held.write((ctx) =>
        keep(ctx, document, { state: 'failed', kind: 'taken', fault: takenWords(found, document) }),
      );
  }
  return { drafts, absent };
}

const totalOf = (there: Loose, { currency }: Outgoing): number | null => minorIn(there['Total'], currency);
const isOurTotal = (there: Loose, document: Outgoing) => totalOf(there, document) === Math.abs(document.total);
const isSame = (there: Loose, document: Outgoing): boolean =>
  isOurTotal(there, document) &&
  looseOf(there['Contact'])['ContactID'] === document.contactId &&
  there['CurrencyCode'] === document.currency;

function takenWords(there: Loose, { number, currency }: Outgoing): string {
  const total = minorIn(there['Total'], currency);
  const of =
    total === null ? '' : ` of ${formatMoney({ minor: total, currency: textOf(there['CurrencyCode']) ?? currency })}`;
  const to = textOf(looseOf(there['Contact'])['Name']);
  return `Xero already has ${number}${of}${to ? ` to ${to}` : ''}, which is not this one. Void it there or give it another number, then try again.`;
}

/** Makes drafts of those that are not there. */
async function make(held: Held, xero: Xero, kind: InvoiceKind, absent: readonly Ready[]): Promise<Draft[]> {
  const written = await writeEach(
    xero,
    'PUT',
    NAMES[kind].list,
    absent.map(({ element }) => element),
  );
  const drafts: Draft[] = [];
  for (const [nth, { element, faults }] of written.entries()) {
    const document = absent[nth]?.document;
    if (!document) continue;
    const externalId = textOf(element[NAMES[kind].id]);
    if (faults.length > 0 || externalId === null)
      await held.write((ctx) => keep(ctx, document, { state: 'failed', kind: 'refused', fault: refusedWords(faults) }));
    else drafts.push({ document, there: element });
  }
  return drafts;
}

const refusedWords = (faults: readonly string[]): string =>
  `Xero does not take it: ${faults.join(' ') || 'it did not say why'}`;

/** Approves drafts whose total is ours, and deletes the others. */
async function approve(held: Held, xero: Xero, kind: InvoiceKind, drafts: readonly Draft[]): Promise<void> {
  const { id: idName, list } = NAMES[kind];
  const known = drafts.map((one) => ({
    ...one,
    id: textOf(one.there[idName]) ?? '',
    status: String(one.there['Status']),
  }));
  await held.write(async (ctx) => {
    for (const { document, id, status } of known)
      await keep(ctx, document, {
        state: status === 'DRAFT' ? 'draft' : 'sent',
        externalId: id,
        externalStatus: status,
      });
  });
  const open = known.filter(({ status }) => status === 'DRAFT');
  const next = open.map((one) => ({ ...one, to: isOurTotal(one.there, one.document) ? 'AUTHORISED' : 'DELETED' }));
  const written = await writeEach(
    xero,
    'POST',
    list,
    next.map(({ id, to }) => ({ [idName]: id, Status: to })),
  );
  await held.write(async (ctx) => {
    for (const [nth, { element, faults }] of written.entries()) {
      const one = next[nth];
      if (!one) continue;
      const { document, there, id, to } = one;
      if (to === 'DELETED')
        await keep(ctx, document, {
          state: 'failed',
          kind: 'difference',
          fault: differenceWords(there, document, faults),
        });
      else if (faults.length > 0)
        await keep(ctx, document, { state: 'failed', kind: 'refused', fault: refusedWords(faults), externalId: id });
      else await keep(ctx, document, { state: 'sent', externalId: id, externalStatus: String(element['Status']) });
    }
  });
}

function differenceWords(there: Loose, document: Outgoing, faults: readonly string[]): string {
  const { currency } = document;
  const money = (minor: number | null) => (minor === null ? 'nothing' : formatMoney({ minor, currency }));
  const left = faults.length === 0 ? 'Nothing of it was left there.' : 'It is left there as a draft.';
  return `Xero comes to ${money(totalOf(there, document))}, this to ${money(Math.abs(document.total))}. ${left} Look whether the tax in Xero has the same per cent.`;
}

/** Writes all at once; where Xero takes none because the call itself is wrong, each by itself, so that one holds up no other. */
async function writeEach(
  xero: Xero,
  method: 'PUT' | 'POST',
  list: string,
  elements: readonly object[],
): Promise<Written[]> {
  if (elements.length === 0) return [];
  try {
    return await xero.write(method, list, elements, newId());
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    if (elements.length === 1) return [{ element: {}, faults: [error.message] }];
    const all: Written[] = [];
    for (const element of elements) all.push(...(await writeEach(xero, method, list, [element])));
    return all;
  }
}
