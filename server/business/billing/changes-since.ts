import type { Priced, PricedLine } from '#kernel/billing.ts';
import type { BillCause } from '#shared/billing.ts';
import { formatMoney } from '#shared/money-words.ts';
import type { Last } from './last.ts';
import type { ClientBooks } from './load.ts';

/** From which share on a difference to the invoice before wants to be looked at, in per cent. */
const THRESHOLD = 5;
const NAMED = 3;

type Terms = { quantity: string | null; price: string | null; months: number };
type Sum = BillCause & { standing: boolean; was: Terms; is: Terms };
const NONE: Terms = { quantity: null, price: null, months: 0 };

/**
 * What is different from the invoice before, the largest first; and a sentence where it is more than the threshold. While what is billed is
 * not over (`isOver` false), less work and fewer charges than before are no finding: they are still to come.
 */
export function changesSince(
  client: ClientBooks,
  priced: Priced,
  { last, isOver }: { last: Last | null; isOver: boolean },
): { causes: BillCause[]; reasons: string[] } {
  if (last === null) return { causes: [], reasons: [] };
  const sums = new Map<string, Sum>(
    last.sources.map(({ key, name, amount, standing, ...was }) => [
      key,
      { name, before: amount, now: 0, standing, was, is: NONE },
    ]),
  );
  for (const line of priced.lines) {
    const { key, name } = sourceOf(client, line);
    const sum = sums.get(key) ?? { name, before: 0, now: 0, standing: false, was: NONE, is: NONE };
    sums.set(key, {
      ...{ ...sum, now: sum.now + line.amount },
      standing: sum.standing || line.from.kind === 'standing',
      is: termsOf(line, sum.is),
    });
  }
  const changed = [...sums.values()]
    .filter(({ before, now }) => before !== now)
    .toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));
  return {
    causes: changed.map(({ name, before, now }) => ({ name, before, now })),
    reasons: reasonsOf(
      changed.filter(({ before, now, standing }) => isOver || standing || now > before),
      { last, currency: client.currency },
    ),
  };
}

/** How many at which price a line comes to in the latest of its months, and how many months are billed. */
function termsOf({ from }: PricedLine, { months }: Terms): Terms {
  if (from.kind !== 'standing') return NONE;
  const last = from.month.parts.at(-1);
  return { quantity: last?.quantity ?? null, price: last?.price ?? null, months: months + 1 };
}

/** Why a line that comes again is another sum: how many, at which price, for how many months. */
function whyOf({ was, is }: Sum): string {
  if (was.months === 0 || is.months === 0) return '';
  const said = [
    ...(was.quantity !== is.quantity ? [`${was.quantity} → ${is.quantity}`] : []),
    ...(was.price !== is.price ? [`price ${was.price} → ${is.price}`] : []),
    ...(was.months !== is.months ? [`months billed ${was.months} → ${is.months}`] : []),
  ];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function reasonsOf(causes: readonly Sum[], { last, currency }: { last: Last; currency: string }): string[] {
  const delta = causes.reduce((sum, { before, now }) => sum + now - before, 0);
  if (Math.abs(delta) * 100 <= Math.abs(last.net) * THRESHOLD) return [];
  const money = (minor: number) => formatMoney({ minor, currency });
  const named = causes
    .slice(0, NAMED)
    .map(
      (sum) => `${sum.name} ${sum.now > sum.before ? '+' : '−'}${money(Math.abs(sum.now - sum.before))}${whyOf(sum)}`,
    );
  const more = causes.length > NAMED ? `, and ${causes.length - NAMED} more` : '';
  const what = `${delta > 0 ? 'More' : 'Less'} than last time by ${money(Math.abs(delta))}`;
  return [`${what}: ${named.join(', ')}${more}`];
}

function sourceOf({ contracts }: ClientBooks, { from }: PricedLine): { key: string; name: string } {
  if (from.kind === 'charge') return { key: 'once', name: 'What is charged once' };
  if (from.kind === 'time') {
    const name = nameOf(contracts, from.charge.lineId);
    return name === undefined
      ? { key: 'time', name: 'Work by the hour' }
      : { key: `${from.charge.lineId} work`, name: `${name}, work by the hour` };
  }
  return { key: from.lineId, name: nameOf(contracts, from.lineId) ?? '' };
}

const nameOf = (contracts: ClientBooks['contracts'], lineId: string | null): string | undefined =>
  contracts.flatMap(({ lines }) => lines).find(({ id }) => id === lineId)?.name;
