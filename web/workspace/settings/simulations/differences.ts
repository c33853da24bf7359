import type { SimulationPresent } from '#shared/simulation.ts';
import { same } from '#web/ui/form/changes.ts';
import { calendarWords } from '../service-levels/calendar-values.ts';
import { cellText } from '../service-levels/cells.ts';
import { BLANK, RULES, type Terms } from '../service-levels/policy-values.ts';
import { TARGETS } from '../service-levels/words.ts';

/** One thing that the draft has otherwise. */
export type Difference = { what: string; before: string; after: string };
/** Names of what a policy mentions by id. */
export type NameOf = (id: string) => string;

type Calendar = SimulationPresent['calendars'][number]['terms'];
type Hours = SimulationPresent['hours'][number]['value'];
type Row = NonNullable<Terms['targets']['resolution']>;

const INHERITED = 'inherited';
const EMPTY: Row = { byPriority: [null, null, null, null, null], calendar: null };

const differing = (all: readonly Difference[]): Difference[] => all.filter(({ before, after }) => before !== after);
const list = (items: readonly string[], none: string): string => (items.length === 0 ? none : items.join(', '));

/** What a draft of a policy has otherwise than what is in force; null: nothing is, or it would be withdrawn. */
export function policyDifferences(before: Terms | null, after: Terms | null, nameOf: NameOf): Difference[] {
  if (after === null) return [{ what: 'The policy', before: 'in force', after: 'withdrawn' }];
  const was = before ?? BLANK;
  const field = (what: string, of: (terms: Terms) => string): Difference => ({
    what,
    before: of(was),
    after: of(after),
  });
  const teams = [...new Set([...was.olas, ...after.olas].map(({ teamId }) => teamId))];
  const ruled = [...TARGETS, { target: 'ola', name: 'OLAs' } as const];
  return differing([
    field('Kinds of ticket', ({ kinds }) => list(kinds, 'none')),
    field('Services', ({ serviceIds }) => list(serviceIds.map(nameOf), 'all')),
    field('Only when', ({ condition }) => condition || 'always'),
    ...TARGETS.flatMap(({ target, name }) => rowDifferences(name, was.targets[target], after.targets[target], nameOf)),
    ...teams.flatMap((teamId) => {
      const own = ({ olas }: Terms) => olas.find((ola) => ola.teamId === teamId);
      return rowDifferences(`OLA of ${nameOf(teamId)}`, own(was), own(after), nameOf);
    }),
    ...ruled.flatMap(({ target, name }) =>
      RULES.map((rule) =>
        field(`${name}: ${RULE_NAMES[rule]}`, ({ rules }) => rules[target]?.[rule] ?? 'as by itself'),
      ),
    ),
    thresholdDifference(was, after),
  ]);
}

const RULE_NAMES = {
  start: 'begins when',
  pause: 'pauses while',
  stop: 'ends when',
  reset: 'begins anew when',
  cancel: 'is cancelled when',
} as const;

function rowDifferences(name: string, before: Row = EMPTY, after: Row = EMPTY, nameOf: NameOf): Difference[] {
  const cell = ({ byPriority }: Row, at: number) => cellText(byPriority[at] ?? null) || INHERITED;
  const by = ({ calendar }: Row) => (calendar === null ? INHERITED : nameOf(calendar));
  return [
    ...before.byPriority.map((_, at) => ({
      what: `${name}, P${at + 1}`,
      before: cell(before, at),
      after: cell(after, at),
    })),
    { what: `${name}, counted by`, before: by(before), after: by(after) },
  ];
}

function thresholdDifference(before: Terms, after: Terms): Difference {
  const words = ({ thresholds }: Terms) =>
    thresholds === null
      ? INHERITED
      : list(
          thresholds.map(({ percent }) => `at ${percent} %`),
          'nothing',
        );
  const what = 'As time runs out (which decides nothing here)';
  if (words(before) !== words(after)) return { what, before: words(before), after: words(after) };
  const other = !same(before.thresholds, after.thresholds);
  return { what, before: words(before), after: other ? `${words(after)}, other actions` : words(before) };
}

/** What drafted hours have otherwise. */
export const hoursDifferences = (before: Hours, after: Hours): Difference[] =>
  calendarDifferences({ ...before, ...NOWHERE }, { ...after, ...NOWHERE });
const NOWHERE = { timeZone: null, holidays: null };

export function calendarDifferences(before: Calendar, after: Calendar): Difference[] {
  const days = ({ closedDays }: Calendar) =>
    list(
      closedDays.map(({ date, name }) => `${date} ${name}`.trim()),
      'none',
    );
  return differing([
    { what: 'Hours', before: calendarWords(before), after: calendarWords(after) },
    { what: 'Closed days', before: days(before), after: days(after) },
  ]);
}

const LEVELS = ['High', 'Medium', 'Low'];
type Priorities = SimulationPresent['priorities'][number]['value'];

/** What a drafted matrix and rule for VIPs have otherwise. */
export function priorityDifferences(before: Priorities, after: Priorities): Difference[] {
  const vip = ({ vipSteps, vipReachesTop }: Priorities) =>
    vipSteps === 0
      ? 'change nothing'
      : vipReachesTop
        ? 'raise by one step, also to P1'
        : 'raise by one step, not to P1';
  return differing([
    ...before.matrix.flatMap((cells, row) =>
      cells.map((cell, column) => ({
        what: `${LEVELS[row]} impact, ${LEVELS[column]?.toLowerCase()} urgency`,
        before: `P${cell}`,
        after: `P${after.matrix[row]?.[column] ?? cell}`,
      })),
    ),
    { what: 'VIPs', before: vip(before), after: vip(after) },
  ]);
}
