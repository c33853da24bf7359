import type { PolicyView } from '#shared/policy.ts';
import { cellText, readCell } from './cells.ts';
import { TARGETS } from './words.ts';

export type Terms = NonNullable<PolicyView['draft']>;
export type Target = (typeof TARGETS)[number]['target'];
export type Action = NonNullable<Terms['thresholds']>[number]['actions'][number];
/** A threshold as it is typed: while it is emptied, the percentage is none. */
export type Threshold = { percent: number | null; actions: readonly Action[] };
export type RuleTerms = NonNullable<Terms['rules']['resolution']>;
export type RuleName = keyof RuleTerms;
export type Ruled = Target | 'ola';

/** A row of the grid as it is typed. The names of its parts are the server's, so that faults land on them. */
export type Row = { byPriority: readonly string[]; calendar: string | null };
export type OlaRow = Row & { teamId: string };
export type Rules = Readonly<Record<RuleName, string>>;

export type PolicyValues = {
  name: string;
  kinds: readonly string[];
  serviceIds: readonly string[];
  condition: string;
  targets: Readonly<Record<Target, Row>>;
  olas: readonly OlaRow[];
  thresholds: readonly Threshold[] | null;
  rules: Readonly<Record<Ruled, Rules>>;
};

/** A policy that says nothing yet. */
export const BLANK: Terms = {
  kinds: ['incident', 'request'],
  serviceIds: [],
  condition: '',
  targets: {},
  olas: [],
  thresholds: null,
  rules: {},
};

/** Ten times the target. */
export const MOST_PERCENT = 1_000;
export const EMPTY_ROW: Row = { byPriority: ['', '', '', '', ''], calendar: null };
/** What may be said about when a clock does what. */
export const RULES = ['start', 'pause', 'stop', 'reset', 'cancel'] as const;
const RULED: readonly Ruled[] = [...TARGETS.map(({ target }) => target), 'ola'];

const keyed = <K extends string, T>(keys: readonly K[], of: (key: K) => T): Record<K, T> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, T>;

type RowTerms = NonNullable<Terms['targets']['resolution']>;
const rowOf = (terms: RowTerms | undefined): Row =>
  terms ? { byPriority: terms.byPriority.map(cellText), calendar: terms.calendar } : EMPTY_ROW;
const rowTerms = ({ byPriority, calendar }: Row): RowTerms => ({
  byPriority: byPriority.map((text) => readCell(text).cell),
  calendar,
});
const says = ({ byPriority, calendar }: Row): boolean =>
  calendar !== null || byPriority.some((text) => text.trim() !== '');

/** What a policy says as its form has it. */
export function valuesOf(name: string, terms: Terms): PolicyValues {
  const { targets, olas, rules, kinds, serviceIds, condition, thresholds } = terms;
  return {
    name,
    kinds,
    serviceIds,
    condition,
    thresholds,
    targets: keyed(
      TARGETS.map(({ target }) => target),
      (target) => rowOf(targets[target]),
    ),
    olas: olas.map((ola) => ({ teamId: ola.teamId, ...rowOf(ola) })),
    rules: keyed(RULED, (of) => keyed(RULES, (rule) => rules[of]?.[rule] ?? '')),
  };
}

/** What the form says as the server takes it; what is left empty is left out. */
export function termsOf(values: PolicyValues): Terms {
  const { targets, olas, rules, kinds, serviceIds, condition, thresholds } = values;
  const said = TARGETS.filter(({ target }) => says(targets[target]));
  const ruled = RULED.filter((of) => RULES.some((rule) => rules[of][rule].trim() !== ''));
  return {
    kinds: [...kinds] as Terms['kinds'],
    serviceIds: [...serviceIds],
    condition: condition.trim(),
    targets: Object.fromEntries(said.map(({ target }) => [target, rowTerms(targets[target])])),
    olas: olas.map((ola) => ({ teamId: ola.teamId, ...rowTerms(ola) })),
    thresholds: thresholds?.map(({ percent, actions }) => ({ percent: percent ?? 0, actions: [...actions] })) ?? null,
    rules: Object.fromEntries(ruled.map((of) => [of, keyed(RULES, (rule) => rules[of][rule].trim() || null)])),
  };
}

/** What cannot be saved, by the paths of its parts. */
export function judge({ targets, olas, thresholds }: PolicyValues): Record<string, string> {
  const ofRow = (path: string, { byPriority }: Row) =>
    byPriority.flatMap((text, at): [string, string][] => {
      const { fault } = readCell(text);
      return fault ? [[`${path}.byPriority.${at}`, fault]] : [];
    });
  return Object.fromEntries([
    ...Object.entries(targets).flatMap(([target, row]) => ofRow(`targets.${target}`, row)),
    ...olas.flatMap((row, at) => ofRow(`olas.${at}`, row)),
    ...(thresholds ?? []).flatMap(({ percent, actions }, at): [string, string][] => [
      ...(percent === null || percent < 1 || percent > MOST_PERCENT
        ? [[`thresholds.${at}.percent`, `Enter 1 to ${MOST_PERCENT}.`] as [string, string]]
        : []),
      ...actions.flatMap((action, place): [string, string][] =>
        action.type === 'macro' && action.macroId === ''
          ? [[`thresholds.${at}.actions.${place}.macroId`, 'Choose a macro.']]
          : [],
      ),
    ]),
  ]);
}
