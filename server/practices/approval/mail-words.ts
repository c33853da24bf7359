import { heardIn } from '#platform/said/index.ts';
import type { LinkReader } from '#server/channels/mail-out/index.ts';
import { labelledIn } from '#shared/label-words.ts';
import type { Spoken } from '#shared/languages.ts';
import { moneyIn } from '#shared/money-words.ts';
import { dayIn, instantIn } from '#shared/when-words.ts';
import type { Approval } from './rows.ts';
import { subjectSaid } from './said.ts';

type Words = {
  readonly inPlaceOf: string;
  readonly asks: (who: string, what: string) => string;
  readonly forWhom: string;
  readonly cost: string;
  readonly notSaid: string;
  readonly reason: string;
  readonly expectedOn: string;
};

const WORDS: Readonly<Record<Spoken, Words>> = {
  en: {
    inPlaceOf: 'You decide in place of',
    asks: (who, what) => `${who} asks for: ${what}`,
    forWhom: 'For',
    cost: 'Cost',
    notSaid: 'not said',
    reason: 'Reason',
    expectedOn: 'Expected on',
  },
  de: {
    inPlaceOf: 'Entscheidung in Vertretung von',
    asks: (who, what) => `${who} bittet um: ${what}`,
    forWhom: 'Für',
    cost: 'Kosten',
    notSaid: 'nicht angegeben',
    reason: 'Grund',
    expectedOn: 'Erwartet am',
  },
  fr: {
    inPlaceOf: 'Vous décidez à la place de',
    asks: (who, what) => `${who} demande : ${what}`,
    forWhom: 'Pour',
    cost: 'Coût',
    notSaid: 'non indiqué',
    reason: 'Motif',
    expectedOn: 'Prévu le',
  },
  es: {
    inPlaceOf: 'Decide en lugar de',
    asks: (who, what) => `${who} solicita: ${what}`,
    forWhom: 'Para',
    cost: 'Coste',
    notSaid: 'no indicado',
    reason: 'Motivo',
    expectedOn: 'Previsto para el',
  },
  nl: {
    inPlaceOf: 'U beslist in plaats van',
    asks: (who, what) => `${who} vraagt om: ${what}`,
    forWhom: 'Voor',
    cost: 'Kosten',
    notSaid: 'niet vermeld',
    reason: 'Reden',
    expectedOn: 'Verwacht op',
  },
};

/** What approval is asked for, a line each, in the words of whoever is asked; `inPlaceOf`: whom they stand in for. */
export function askedLines(
  approval: Pick<Approval, 'subject'>,
  { language, say }: LinkReader,
  inPlaceOf: string | null = null,
): string[] {
  const words = WORDS[language];
  const { requester, title, forWhom, cost, reason, expectedOn, lines } = subjectSaid(approval.subject, say);
  return [
    ...(inPlaceOf ? [labelledIn(language, words.inPlaceOf, inPlaceOf)] : []),
    words.asks(requester, title),
    ...(forWhom ? [labelledIn(language, words.forWhom, forWhom)] : []),
    labelledIn(language, words.cost, cost ? moneyIn(language, cost) : words.notSaid),
    ...(reason ? [labelledIn(language, words.reason, reason)] : []),
    ...lines.map(({ label, value }) => labelledIn(language, heardIn(language, label), heardIn(language, value))),
    ...(expectedOn ? [labelledIn(language, words.expectedOn, dayIn(language, expectedOn))] : []),
  ];
}

/** Why a decision is not needed any more, in the words of whoever was asked for it. */
export const whyNotNeeded = (why: string, { language }: LinkReader): string =>
  labelledIn(language, WORDS[language].reason, heardIn(language, why));

/** Until when somebody may decide, at their company's place. */
export const untilWhen = (at: string, { language, timeZone }: LinkReader): string => instantIn(language, at, timeZone);

/** Why somebody is asked, and why anybody is, in the words of whoever is asked. */
export const whyAsked = (voter: string, step: string, { language }: LinkReader): string =>
  `${heardIn(language, voter)}; ${heardIn(language, step)}`;
