import type { RecurringTicketView, TicketOverrides } from '#client/index.ts';
import type { Rules } from '#web/ui/form/rules.ts';
import { needed } from '#web/ui/form/rules.ts';
import { newRule, type RuleValues, ruleValues } from './rule-values.ts';

/** A recurring ticket as its form holds it. */
export type RecurringValues = RuleValues & {
  clientId: string | null;
  name: string;
  templateId: string | null;
  /** Null: the client's own. */
  timeZone: string | null;
  title: string;
  requesterId: string | null;
};

export const newRecurring = (today: string, clientId: string | null): RecurringValues => ({
  ...newRule(today),
  clientId,
  name: '',
  templateId: null,
  timeZone: null,
  title: '',
  requesterId: null,
});

export const recurringValues = (one: RecurringTicketView): RecurringValues => ({
  ...ruleValues(one.rule),
  clientId: one.client.id,
  name: one.name,
  templateId: one.template.id,
  timeZone: one.timeZone,
  title: one.fields.title ?? '',
  requesterId: one.fields.requesterId ?? null,
});

/** What is said besides the template; what the form does not show stays as it was. */
export function overridesOf(values: RecurringValues, before: TicketOverrides = {}): TicketOverrides {
  const { title: _title, requesterId: _requester, ...kept } = before;
  return {
    ...kept,
    ...(values.title.trim() ? { title: values.title.trim() } : {}),
    ...(values.requesterId ? { requesterId: values.requesterId } : {}),
  };
}

export const RECURRING_RULES: Rules<RecurringValues> = {
  clientId: (id) => (id ? null : 'Choose the client.'),
  name: needed('a name such as Check the backups'),
  templateId: (id) => (id ? null : 'Choose what comes.'),
  interval: (count) => (count === null ? 'Enter a number from 1 to 365.' : null),
  time: needed('the time'),
  start: needed('the first day'),
  weekdays: (days, { frequency }) => (frequency === 'weekly' && days.length === 0 ? 'Choose at least one day.' : null),
  monthDay: (day, { frequency, monthly }) =>
    frequency === 'monthly' && monthly === 'day' && day === null ? 'Enter a day from 1 to 31.' : null,
  until: (last, { ends, start }) => {
    if (ends !== 'until') return null;
    if (last === '') return 'Enter the last day.';
    return last < start ? 'The last day is before the first.' : null;
  },
  count: (count, { ends }) => (ends === 'count' && count === null ? 'Enter how many.' : null),
};
