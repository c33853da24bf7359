import { decimalOf, type Priced, type PricedLine, ratio } from '#kernel/billing.ts';
import { dayAfter, spellDay } from '#kernel/day.ts';
import { spellMinutes } from '#kernel/minutes.ts';
import type { BillWhy } from '#shared/billing.ts';
import { WORK_HOURS_WORDS } from '#shared/contract-words.ts';
import { formatMoney } from '#shared/money-words.ts';
import type { ClientBooks } from './load.ts';
import type { LoadedContract, LoadedLine } from './load-contracts.ts';

/** How a line is called on the invoice, and what it came of. */
export type Worded = { readonly name: string; readonly unit: string; readonly why: BillWhy };

type Covered = Priced['time']['covered'];

/** Puts a priced line into words for people: its name, the unit, and each step to its amount. `covered`: what blocks of the same bill held. */
export function wordsOf(books: ClientBooks, line: PricedLine, covered: Covered): Worded {
  const { from } = line;
  if (from.kind === 'standing') return standingWords(books, from, line);
  if (from.kind === 'time') return timeWords(books, from.charge, covered);
  const charge = books.charges.find(({ id }) => id === from.charge.id);
  return {
    ...{ name: charge?.name ?? 'Charge', unit: charge?.unit ?? '' },
    why: {
      steps: [
        step('Charged once', `Due on ${spellDay(from.charge.due)}: ${from.charge.quantity} × ${from.charge.price}`),
        ...(charge?.why ?? []),
      ],
      parts: [],
      entries: [],
    },
  };
}

const step = (what: string, how: string) => ({ what, how });
type From<K extends PricedLine['from']['kind']> = Extract<PricedLine['from'], { kind: K }>;

function standingWords(
  { contracts, currency }: ClientBooks,
  { contractId, lineId, month }: From<'standing'>,
  { amount }: PricedLine,
): Worded {
  const contract = contracts.find(({ id }) => id === contractId);
  const line = contract?.lines.find(({ id }) => id === lineId);
  const period = `${spellDay(month.from)} – ${spellDay(dayAfter(month.until, -1))}`;
  const money = (minor: number) => formatMoney({ minor, currency });
  const changed = month.billedBefore !== 0;
  const steps = [
    step('Contract', `${contract?.name ?? ''}, line “${line?.name ?? ''}”`),
    step('Period', period),
    ...agreedSteps(line, month.parts),
    ...upliftSteps(contract, line, month.parts),
    ...(month.parts.length > 1 ? [step('Changed within the period', 'Each part counts by its days')] : []),
    ...(changed
      ? [
          step(
            'Billed before',
            `${money(month.costs)} as it is known now, less ${money(month.billedBefore)} = ${money(amount)}`,
          ),
        ]
      : []),
  ];
  return {
    name: `${line?.name ?? ''}, ${period}${changed ? ' (difference to what was billed)' : partsWords(month.parts)}`,
    unit: changed || month.parts.length > 1 ? '' : (line?.unit ?? ''),
    why: { steps, parts: month.parts.map((part) => ({ ...part })), entries: [] },
  };
}

type PartOf = { readonly days: number; readonly of: number; readonly quantity: string; readonly price: string };

/** How many at which price for how many of its days, where a period has several parts: the client reads it on the invoice. */
const partsWords = (parts: readonly PartOf[]): string =>
  parts.length < 2
    ? ''
    : ` (${parts.map(({ days, of, quantity, price }) => `${days} of ${of} days ${quantity} × ${price}`).join('; ')})`;

/** By which counts the quantities of a month were agreed, of those that were. */
function agreedSteps(line: LoadedLine | undefined, parts: readonly { readonly from: string }[]) {
  const terms = new Set(parts.map(({ from }) => line?.terms.findLast((term) => term.from <= from)));
  return [...terms].flatMap((term) =>
    term?.counted
      ? [
          step(
            'Counted',
            `${term.counted.name}: ${term.counted.number} on ${spellDay(term.counted.day)}, agreed from ${spellDay(term.from)} on`,
          ),
        ]
      : [],
  );
}

/** Which prices of a month are those agreed with uplifts on them. */
function upliftSteps(
  contract: LoadedContract | undefined,
  line: LoadedLine | undefined,
  parts: readonly { readonly from: string; readonly price: string }[],
) {
  if (!contract?.upliftPercent) return [];
  const risen = parts.flatMap(({ from, price }) => {
    const term = line?.terms.findLast((one) => one.from <= from);
    if (!term || term.price === price) return [];
    return [`${term.price} was agreed on ${spellDay(term.agreed ?? term.from)}, ${price} since the last rise`];
  });
  const often = `${contract.upliftPercent} % every ${contract.upliftMonths} months from ${spellDay(contract.begins)} on`;
  return [...new Set(risen)].map((how) => step('Prices rise', `${often}: ${how}`));
}

function timeWords(
  { contracts, entries, books, currency }: ClientBooks,
  charge: From<'time'>['charge'],
  covered: Covered,
): Worded {
  const worked = new Map(entries.map((entry) => [entry.id, entry]));
  const first = worked.get(charge.pieces[0]?.entryId ?? '');
  const contract = contracts.find(({ id }) => id === charge.contractId);
  const line = contract?.lines.find(({ id }) => id === charge.lineId);
  const { rounding } = books.time;
  const hours = charge.hours === 'in_hours' ? '' : ` (${WORK_HOURS_WORDS[charge.hours].toLowerCase()})`;
  const level = { contract: 'agreed in the contract', client: 'agreed with the client', provider: 'for everybody' }[
    charge.rate.level
  ];
  const steps = [
    step('Rate', `${currency} ${charge.rate.perHour} an hour, ${level}, from ${spellDay(charge.rate.from)}`),
    ...(charge.percent === '100' ? [] : [step('Of the rate', `${charge.percent} %, by the contract`)]),
    ...(charge.times === '1'
      ? []
      : [step(WORK_HOURS_WORDS[charge.hours], `× ${charge.times} = ${currency} ${charge.price} an hour`)]),
    ...(line
      ? [
          step(
            'Contract',
            `${contract?.name ?? ''}, line “${line.name}”${isBlock(line) ? ', beyond what it holds' : ''}`,
          ),
          ...(isBlock(line) ? [step('What it held went to', heldWords(line, covered, worked))] : []),
        ]
      : [step('Contract', 'None takes it in')]),
    step('Rounding', roundingWords(rounding)),
    step(
      'Amount',
      `${decimalOf(ratio(charge.seconds, 3_600))} h × ${charge.price} = ${formatMoney({ minor: charge.amount, currency })}`,
    ),
  ];
  return {
    name: `${first?.ticket ?? ''} ${first?.ticketTitle ?? ''}${hours}`.trim(),
    unit: 'h',
    why: {
      ...{ steps, parts: [] },
      entries: charge.pieces.flatMap(({ entryId, seconds, amount }) => {
        const entry = worked.get(entryId);
        if (!entry) return [];
        const { id, staff, day, workType, minutes } = entry;
        return [{ id, staff, day, workType, worked: minutes, seconds, amount }];
      }),
    },
  };
}

const isBlock = ({ kind }: LoadedLine): boolean => kind === 'block_hours' || kind === 'block_money';
const NAMED = 8;

/** Which work of the same bill came off a block before it held nothing more, the earliest first. */
function heldWords(
  { id }: LoadedLine,
  covered: Covered,
  worked: ReadonlyMap<string, ClientBooks['entries'][number]>,
): string {
  const held = covered
    .filter(({ lineId, draws }) => lineId === id && draws.length > 0)
    .flatMap(({ entryId, seconds }) => {
      const entry = worked.get(entryId);
      return entry ? [`${spellMinutes(Math.round(seconds / 60))} ${entry.ticket} on ${spellDay(entry.day)}`] : [];
    });
  if (held.length === 0) return 'Work that was billed before';
  const more = held.length > NAMED ? `, and ${held.length - NAMED} more` : '';
  return `${held.slice(0, NAMED).join(', ')}${more}`;
}

const roundingWords = ({ minimum, step: steps }: { minimum: number; step: number }): string =>
  [
    steps === 1 ? 'Each begun minute counts' : `Each entry counts in steps of ${spellMinutes(steps)}`,
    ...(minimum > 0 ? [`at least ${spellMinutes(minimum)}`] : []),
  ].join(', ');
