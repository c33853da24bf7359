import type { Priced, PricedLine } from '#kernel/billing.ts';
import type { BillCause } from '#shared/billing.ts';
import { formatMoney } from '#shared/money-words.ts';
import type { Last } from './last.ts';
import type { ClientBooks } from './load.ts';

/** From which share on a difference to the invoice before wants to be looked at, in per cent. */
const THRESHOLD = 5;
const NAMED = 3;

/** What is different from the invoice before, the largest first; and a sentence where it is more than the threshold. */
export function changesSince(
  client: ClientBooks,
  priced: Priced,
  last: Last | null,
): { causes: BillCause[]; reasons: string[] } {
  if (last === null) return { causes: [], reasons: [] };
  const sums = new Map<string, BillCause>(
    last.sources.map(({ key, name, amount }) => [key, { name, before: amount, now: 0 }]),
  );
  for (const line of priced.lines) {
    const { key, name } = sourceOf(client, line);
    const sum = sums.get(key) ?? { name, before: 0, now: 0 };
    sums.set(key, { ...sum, now: sum.now + line.amount });
  }
  const causes = [...sums.values()]
    .filter(({ before, now }) => before !== now)
    .toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));
  const delta = priced.net - last.net;
  if (Math.abs(delta) * 100 <= Math.abs(last.net) * THRESHOLD) return { causes, reasons: [] };
  const money = (minor: number) => formatMoney({ minor, currency: client.currency });
  const named = causes
    .slice(0, NAMED)
    .map(({ name, before, now }) => `${name} ${now > before ? '+' : '−'}${money(Math.abs(now - before))}`);
  const more = causes.length > NAMED ? `, and ${causes.length - NAMED} more` : '';
  const what = `${delta > 0 ? 'More' : 'Less'} than last time by ${money(Math.abs(delta))}`;
  return { causes, reasons: [`${what}: ${named.join(', ')}${more}`] };
}

function sourceOf({ contracts }: ClientBooks, { from }: PricedLine): { key: string; name: string } {
  if (from.kind === 'charge') return { key: 'once', name: 'What is charged once' };
  if (from.kind === 'time')
    return { key: from.charge.lineId ?? 'time', name: nameOf(contracts, from.charge.lineId) ?? 'Work by the hour' };
  return { key: from.lineId, name: nameOf(contracts, from.lineId) ?? '' };
}

const nameOf = (contracts: ClientBooks['contracts'], lineId: string | null): string | undefined =>
  contracts.flatMap(({ lines }) => lines).find(({ id }) => id === lineId)?.name;
