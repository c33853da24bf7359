import type { Params } from '../message-words.ts';
import type { ContractDocument } from '../signing.ts';
import type { CLAUSES_EN } from './en.ts';

type Words = typeof CLAUSES_EN;
/** How its reader is spoken to. */
export type Speaking = {
  say<Key extends keyof Words>(key: Key, ...params: Params<Words[Key], string | number>): string;
  day(day: string): string;
  /** The last day of a span, whose end is not in it. */
  last(until: string): string;
  money(minor: number): string;
  price(digits: string): string;
  number(digits: string): string;
};
type Fact = readonly [name: string, words: string];
type DocumentLine = ContractDocument['lines'][number];

/** All that a contract says, in words: whatever shows it shows the same. */
export type Clauses = {
  readonly facts: readonly Fact[];
  readonly lines: readonly {
    readonly name: string;
    readonly amount: string | null;
    readonly details: readonly string[];
  }[];
  readonly monthly: Fact;
  readonly rates: readonly Fact[];
};

/** Puts the document of a contract into words. */
export function clausesOf(document: ContractDocument, speaking: Speaking): Clauses {
  const { say, money } = speaking;
  return {
    facts: [...spanOf(document, speaking), ...billedOf(document, speaking), ...workOf(document, speaking)],
    lines: document.lines.map((line) => ({
      name: line.name,
      amount: line.prices[0] ? money(line.prices[0].amount) : null,
      details: [...pricesOf(line, speaking), ...rulesOf(line, speaking)],
    })),
    monthly: [say('clause.beforeTax'), money(document.monthly)],
    rates: document.rates.map((rate) => [whoseOf(rate, speaking), speaking.price(rate.perHour)]),
  };
}

function spanOf(document: ContractDocument, { say, day, last: lastOf }: Speaking): Fact[] {
  const { reference, begins, ends, renewsMonths, noticeDays } = document;
  const last = ends === null ? say('clause.noEnd') : lastOf(ends);
  return [
    ...(reference === '' ? [] : [[say('clause.reference'), reference] as const]),
    [say('clause.begins'), day(begins)],
    [say('clause.ends'), renewsMonths === null ? last : say('clause.renews', { day: last, count: renewsMonths })],
    [say('clause.notice'), say(ends === null ? 'clause.noticeAnyDay' : 'clause.noticeBefore', { count: noticeDays })],
  ];
}

function billedOf(document: ContractDocument, { say, day, number }: Speaking): Fact[] {
  const { begins, billsFrom, everyMonths: count, advance, upliftPercent, upliftMonths } = document;
  return [
    [say('clause.billed'), say(advance ? 'clause.advance' : 'clause.after', { count })],
    ...(billsFrom === begins ? [] : [[say('clause.billsFrom'), day(billsFrom)] as const]),
    ...(upliftPercent === null
      ? []
      : [
          [
            say('clause.rises'),
            say('clause.risesBy', { percent: number(upliftPercent), count: upliftMonths }),
          ] as const,
        ]),
  ];
}

function workOf({ afterHours, holiday, minimum, step }: ContractDocument, { say, number }: Speaking): Fact[] {
  return [
    [say('clause.afterHours'), say('clause.timesRates', { times: number(afterHours) })],
    [say('clause.holiday'), say('clause.timesRates', { times: number(holiday) })],
    [
      say('clause.counts'),
      minimum === 0 ? say('clause.countsInSteps', { step }) : say('clause.countsAtLeast', { minimum, step }),
    ],
  ];
}

function pricesOf({ prices, unit, until }: DocumentLine, { say, day, last, money, price, number }: Speaking): string[] {
  return [
    ...prices.map(
      (one) =>
        `${number(one.quantity)}${unit && ` ${unit}`} × ${price(one.price)} = ${money(one.amount)} ${say('clause.since', { day: day(one.from) })}`,
    ),
    ...(until === null ? [] : [say('clause.last', { day: last(until) })]),
  ];
}

function rulesOf(line: DocumentLine, { say, number }: Speaking): string[] {
  const { kind, percent, prorated, covers, weighted, keepsMonths } = line;
  const isBlock = kind === 'block_hours' || kind === 'block_money';
  const rules = [
    say(`clause.${kind}`),
    covers && takesIn(covers, { say }),
    kind === 'time' && say('clause.ofRates', { percent: number(percent) }),
    isBlock && say('clause.beyond', { percent: number(percent) }),
    isBlock && (keepsMonths === null ? say('clause.keepsOn') : say('clause.keeps', { count: keepsMonths })),
    kind === 'block_hours' && weighted && say('clause.weighted'),
    kind !== 'time' && say(prorated ? 'clause.prorated' : 'clause.whole'),
  ];
  return rules.filter((rule) => typeof rule === 'string');
}

const NAMED = ['workTypes', 'categories', 'services', 'staff', 'items', 'contacts'] as const;

function takesIn(covers: NonNullable<DocumentLine['covers']>, { say }: Pick<Speaking, 'say'>): string {
  const kinds = covers.kinds.map((kind) => say(`clause.${kind}`));
  const hours = covers.hours.map((time) => say(time === 'holiday' ? 'clause.on_holiday' : `clause.${time}`));
  const parts = [
    ...NAMED.filter((list) => covers[list].length > 0).map((list) =>
      say(`clause.${list}`, { names: covers[list].join(', ') }),
    ),
    ...(kinds.length > 0 ? [say('clause.kinds', { names: kinds.join(', ') })] : []),
    ...(hours.length > 0 ? [say('clause.hours', { names: hours.join(', ') })] : []),
  ];
  return parts.length === 0 ? say('clause.takesAll') : say('clause.takesOnly', { what: parts.join('; ') });
}

type DocumentRate = ContractDocument['rates'][number];

function whoseOf({ staff, role, workType, from }: DocumentRate, { say, day }: Speaking): string {
  const whose = [staff, role, workType].filter((name) => name !== null).join(', ') || say('clause.anyWork');
  return `${whose}, ${say('clause.since', { day: day(from) })}`;
}
