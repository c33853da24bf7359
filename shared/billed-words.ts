import type { Spoken } from './languages.ts';
import { dayIn, monthIn } from './when-words.ts';

const EN = {
  difference: 'difference to what was billed',
  afterHours: 'outside the hours of service',
  holiday: 'on public holidays',
  parts: '{days} of {of} days',
};
type BilledWords = Readonly<Record<keyof typeof EN, string>>;

/** What Fettle itself adds to the names of what is billed, as readers at clients read it. */
const BILLED_WORDS: Readonly<Record<Spoken, BilledWords>> = {
  en: EN,
  de: {
    difference: 'Differenz zum bereits Berechneten',
    afterHours: 'außerhalb der Servicezeiten',
    holiday: 'an Feiertagen',
    parts: '{days} von {of} Tagen',
  },
  fr: {
    difference: 'différence avec ce qui a été facturé',
    afterHours: 'en dehors des heures de service',
    holiday: 'les jours fériés',
    parts: '{days} jours sur {of}',
  },
  es: {
    difference: 'diferencia con lo ya facturado',
    afterHours: 'fuera del horario de servicio',
    holiday: 'en días festivos',
    parts: '{days} de {of} días',
  },
  nl: {
    difference: 'verschil met wat al in rekening is gebracht',
    afterHours: 'buiten de servicetijden',
    holiday: 'op feestdagen',
    parts: '{days} van {of} dagen',
  },
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec'].join('|');
const DAY = `\\d{1,2} (?:${MONTHS}) \\d{4}`;
/** A day or a period, with which the names of what is billed end, or which stands before a note. */
const WHEN = new RegExp(`, (${DAY})(?: – (${DAY}))?(?=$|: | \\()`);
const REMARKS = ['difference', 'afterHours', 'holiday'] as const;
const REMARK = new RegExp(` \\((${REMARKS.map((key) => EN[key]).join('|')})\\)$`);
/** The parts of a period, with which a name ends, and how many of its days each is. */
const PARTS = / \(\d+ of \d+ days [^()]*\)$/;
const DAYS = /(\d+) of (\d+) days/g;

const spell = (language: Spoken, day: string): string =>
  dayIn(language, new Date(`${day} UTC`).toISOString().slice(0, 10));

/**
 * The name of a line of an invoice as a language has it. It is kept once, in English; days, periods and remarks that Fettle wrote into it are
 * written anew, what people named stays as it is.
 */
export function billedIn(language: Spoken, name: string): string {
  if (language === 'en') return name;
  const words = BILLED_WORDS[language];
  const remark = REMARKS.find((key) => EN[key] === REMARK.exec(name)?.[1]);
  return name
    .replace(REMARK, remark ? ` (${words[remark]})` : '')
    .replace(PARTS, (parts) =>
      parts.replace(DAYS, (_, days: string, of: string) => words.parts.replace('{days}', days).replace('{of}', of)),
    )
    .replace(WHEN, (_, from: string, last?: string) =>
      last ? `, ${spell(language, from)} – ${spell(language, last)}` : `, ${spell(language, from)}`,
    );
}

/** The name of a run of bills, which stands on its invoices: a month, as it is proposed, in the reader’s language; any other as it was typed. */
export function runNameIn(language: Spoken, name: string): string {
  const at = /^[A-Z][a-z]{2,8} \d{4}$/.test(name) ? Date.parse(`1 ${name} UTC`) : Number.NaN;
  const month = Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 7);
  return month !== null && monthIn('en', month) === name ? monthIn(language, month) : name;
}
