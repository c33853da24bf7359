import type { PeriodView } from '#shared/change-schedule.ts';
import { newRule, type RuleValues, ruleOf, ruleValues } from '../library/rule-values.ts';

/** A period as its form holds it. */
export type PeriodValues = RuleValues & {
  kind: PeriodView['kind'];
  name: string;
  note: string;
  clientId: string | null;
  groupId: string | null;
  serviceIds: readonly string[];
  items: readonly { id: string; name: string }[];
  comes: 'once' | 'again';
  fromAt: string;
  untilAt: string;
  hours: number | null;
  timeZone: string;
};

export const newPeriod = (today: string, timeZone: string): PeriodValues => ({
  ...newRule(today),
  ...{ kind: 'window', name: '', note: '', clientId: null, groupId: null, serviceIds: [], items: [], comes: 'again' },
  ...{ fromAt: '', untilAt: '', hours: 4, timeZone, time: '22:00', weekdays: [6] },
});

export const valuesOf = (period: PeriodView, today: string): PeriodValues => ({
  ...(period.recurrence ? ruleValues(period.recurrence) : newRule(today)),
  ...{ kind: period.kind, name: period.name, note: period.note },
  ...{ clientId: period.client?.id ?? null, groupId: period.group?.id ?? null },
  serviceIds: period.services.map(({ id }) => id),
  items: period.items,
  comes: period.recurrence ? 'again' : 'once',
  ...{ fromAt: period.fromAt ?? '', untilAt: period.untilAt ?? '' },
  hours: period.minutes === null ? null : period.minutes / 60,
  timeZone: period.timeZone,
});

/** What the API takes; where something needed is missing, its rule has said so. */
export function bodyOf(values: PeriodValues) {
  const { name, note, serviceIds, items, clientId, timeZone, comes, fromAt, untilAt, hours } = values;
  const common = {
    name,
    note,
    serviceIds: [...serviceIds],
    timeZone,
    itemIds: clientId === null ? [] : items.map(({ id }) => id),
  };
  if (comes === 'once') return { ...common, fromAt, untilAt };
  const recurrence = ruleOf(values);
  return { ...common, ...(recurrence ? { recurrence } : {}), minutes: Math.round((hours ?? 0) * 60) };
}
