import type { AlertRuleView } from '#shared/alert.ts';

export const DOES = { ignore: 'Ignored', inbox: 'In the inbox', ticket: 'A ticket' } as const;
export const DOES_CHOICES = [
  { value: 'ticket', label: 'Make a ticket' },
  { value: 'inbox', label: 'Keep in the inbox only' },
  { value: 'ignore', label: 'Ignore' },
];
const LEVELS = ['', 'High', 'Medium', 'Low'];
export const LEVEL_CHOICES = [1, 2, 3].map((one) => ({ value: String(one), label: LEVELS[one] ?? '' }));
export const PRIORITY_CHOICES = [1, 2, 3, 4, 5].map((one) => ({ value: String(one), label: `P${one}` }));

/** For whom a rule is. */
export const placeOf = ({ client, group }: Pick<AlertRuleView, 'client' | 'group'>): string =>
  client?.name ?? (group ? `Group ${group.name}` : 'All clients');
