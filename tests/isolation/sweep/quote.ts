import { newId } from '#kernel/ids.ts';
import type { OrderLineView, QuoteDetail } from '#shared/quote.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import type { planted } from './canary.ts';
import type { Operation } from './description.ts';
import { asPerson, enterPortal } from './firm.ts';
import { must } from './world.ts';

type Caller = Pick<Person, 'call'>;
type At = { readonly client: string; readonly boss: string };

/** What a client was offered: a quote that waits with a line that may be chosen, a line of an order that came of another, and a contract to sign. */
export type Quoted = Record<'quote' | 'quoteLine' | 'orderLine' | 'sentContract', string>;

const linesOf = (say: typeof planted) => [
  {
    ...{
      name: say('offered', 'other'),
      description: say('what it is', 'other'),
      unit: say('piece', 'other'),
      kind: 'goods',
    },
    ...{ billed: 'once', quantity: '1', price: '20', cost: '12345', supplier: say('supplier', 'desk') },
  },
  { name: say('may be', 'other'), kind: 'goods', billed: 'once', quantity: '1', price: '5', choice: 'optional' },
  ...['one', 'other'].map((name) => ({
    ...{ name: say(name, 'other'), kind: 'service', billed: 'monthly', quantity: '1', price: '5' },
    ...{ choice: 'one_of', group: say('group', 'other') },
  })),
];

async function sendOne(
  owner: Caller,
  { client, boss }: At,
  say: typeof planted,
  lines = linesOf(say),
): Promise<QuoteDetail> {
  const texts = { introduction: say('introduction', 'other'), terms: say('terms', 'other') };
  const body = { clientId: client, contactId: boss, title: say('quote', 'other'), ...texts, lines };
  const { id } = await must(owner, 'POST', '/quotes', body);
  return must<QuoteDetail>(owner, 'POST', `/quotes/${id}/send`, { version: 1 });
}

async function draftContract(owner: Caller, { client }: At, say: typeof planted): Promise<string> {
  const words = { name: say('contract to sign', 'other'), terms: say('contract terms', 'other') };
  const { id } = await must(owner, 'POST', '/contracts', { clientId: client, begins: '2099-01-01', ...words });
  const line = { kind: 'fixed', name: say('seats', 'other'), unit: say('seat', 'other'), quantity: '1', price: '5' };
  await must(owner, 'POST', `/contracts/${id}/lines`, line);
  return id;
}

/** A contract that waits to be signed. */
async function sendContract(owner: Caller, at: At, say: typeof planted): Promise<string> {
  const id = await draftContract(owner, at, say);
  await must(owner, 'POST', `/contracts/${id}/send`, { version: 1, contactId: at.boss });
  return id;
}

/** One quote that waits, one that was declined, and one that was accepted with all that came of it. */
export async function plantQuoted(desk: Desk, owner: Person, at: At, say: typeof planted): Promise<Quoted> {
  const boss = asPerson(await enterPortal(desk, owner, at.boss));
  const declined = await sendOne(owner, at, say);
  await must(boss, 'POST', `/portal/quotes/${declined.id}/decline`, { reason: say('declined', 'other') });
  const accepted = await sendOne(owner, at, say);
  const lineIds = accepted.lines.filter(({ choice }) => choice === 'one_of').map(({ id }) => id);
  const signed = { name: say('signature', 'other'), consent: true, lineIds: lineIds.slice(0, 1) };
  await must(boss, 'POST', `/portal/quotes/${accepted.id}/accept`, signed);
  const { items } = await must<{ items: OrderLineView[] }>(owner, 'GET', `/order-lines?quoteId=${accepted.id}`);
  const orderLine = items[0]?.id ?? '';
  await must(owner, 'PATCH', `/order-lines/${orderLine}`, { version: 1, reference: say('order number', 'desk') });
  const waits = await sendOne(owner, at, say);
  const charged = { client_id: at.client, quote_line_id: accepted.lines[1]?.id ?? '', charge_id: newId() };
  await desk.run(({ tx }) => tx.insertInto('quote_charges').values(charged).execute());
  await plantMail(desk, 'quote', { ...at, id: waits.id }, `${say('quoted', 'desk')}@people.example`);
  const signedContract = await sendContract(owner, at, say);
  const { version } = await must<{ version: number }>(boss, 'GET', `/portal/contracts/${signedContract}`);
  const signature = { version, name: say('signature', 'other'), consent: true };
  await must(boss, 'POST', `/portal/contracts/${signedContract}/sign`, signature);
  const sentContract = await sendContract(owner, at, say);
  await plantMail(desk, 'contract', { ...at, id: sentContract }, `${say('to sign', 'desk')}@people.example`);
  return { quote: waits.id, quoteLine: waits.lines[1]?.id ?? '', orderLine, sentContract };
}

/** It went by mail to an address. */
const plantMail = (
  desk: Desk,
  kind: 'quote' | 'contract',
  { client, id }: Pick<At, 'client'> & { id: string },
  address: string,
) =>
  desk.run(({ tx, now }) => {
    const mail = { client_id: client, id: newId(), kind, address, created_at: now };
    if (kind === 'quote')
      return tx
        .insertInto('quote_mails')
        .values({ ...mail, quote_id: id })
        .execute();
    return tx
      .insertInto('contract_mails')
      .values({ ...mail, contract_id: id })
      .execute();
  });

/** A quote of one's own for one request, as it has to stand for it: a draft to be changed, sent to be decided about. */
export function freshQuoted(desk: Desk, owner: Person, at: At, say: typeof planted) {
  const drafts = /^(PATCH|DELETE) \/quotes|\/send$/;
  let made: Promise<QuoteDetail> | undefined;
  const quote = ({ name }: Operation) => {
    made ??= drafts.test(name)
      ? must(owner, 'POST', '/quotes', {
          clientId: at.client,
          contactId: at.boss,
          title: say('fresh'),
          lines: linesOf(say),
        }).then(({ id }) => must<QuoteDetail>(owner, 'GET', `/quotes/${id}`))
      : sendOne(owner, at, say, linesOf(say).slice(0, 2));
    return made;
  };
  return {
    quote: async (operation: Operation) => (await quote(operation)).id,
    quoteLine: async (operation: Operation) => (await quote(operation)).lines[1]?.id ?? '',
    contract: ({ name }: Operation) => (name.endsWith('/send') ? draftContract : sendContract)(owner, at, say),
    sentContract: () => sendContract(owner, at, say),
    orderLine: async () => (await plantQuoted(desk, owner, at, say)).orderLine,
  };
}
