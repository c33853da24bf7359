import { describeTicketFilter, type FilterField, isListField, type NameOf } from '#kernel/filter.ts';
import type { TicketFilter } from '#shared/ticket.ts';
import { HOLD_REASONS, PRIORITIES, SOURCES, STATUS_CATEGORIES, TICKET_KINDS } from '#shared/vocabulary.ts';
import { kindName } from '#web/ui/marks/kind-icon.tsx';
import { priorityName } from '#web/ui/marks/priority-mark.tsx';
import { useCategories, useClients, useServices, useStaff, useTeams } from '../desk/names.ts';

export type Choice = { value: string; label: string };
export type FieldChoices = { field: FilterField; label: string; choices: readonly Choice[] };

const words = (list: readonly string[]): Choice[] =>
  list.map((value) => ({ value, label: value.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()) }));
const named = (list: readonly { id: string; name: string }[]): Choice[] =>
  list.map(({ id, name }) => ({ value: id, label: name }));

const DUE: readonly Choice[] = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'hour', label: 'Within the hour' },
  { value: 'today', label: 'Today' },
  { value: 'week', label: 'This week' },
  { value: 'none', label: 'No due time' },
];
const FLAG: readonly Choice[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** What the queue can be narrowed by, with the values to choose from. */
export function useFilterFields(): readonly FieldChoices[] {
  const staff = useStaff().filter(({ active }) => active);
  const teams = useTeams();
  const clients = useClients();
  const categories = useCategories();
  const services = useServices();
  return [
    { field: 'status', label: 'Status', choices: words(STATUS_CATEGORIES) },
    { field: 'holdReason', label: 'Waiting for', choices: words(HOLD_REASONS) },
    {
      field: 'assigneeId',
      label: 'Assignee',
      choices: [{ value: 'me', label: 'Me' }, { value: 'none', label: 'Nobody' }, ...named(staff)],
    },
    {
      field: 'teamId',
      label: 'Team',
      choices: [{ value: 'mine', label: 'My teams' }, { value: 'none', label: 'No team' }, ...named(teams)],
    },
    { field: 'clientId', label: 'Client', choices: named(clients) },
    {
      field: 'priority',
      label: 'Priority',
      choices: PRIORITIES.map((one) => ({ value: String(one), label: `P${one} ${priorityName(one)}` })),
    },
    { field: 'due', label: 'Due', choices: DUE },
    { field: 'kind', label: 'Kind', choices: TICKET_KINDS.map((kind) => ({ value: kind, label: kindName(kind) })) },
    { field: 'categoryId', label: 'Category', choices: categories.map(({ id, path }) => ({ value: id, label: path })) },
    { field: 'serviceId', label: 'Service', choices: named(services) },
    { field: 'source', label: 'Source', choices: words(SOURCES) },
    { field: 'unread', label: 'Unread', choices: FLAG },
    { field: 'watching', label: 'Watched by me', choices: FLAG },
  ];
}

/** The values that a filter has for a field, as texts. */
export function valuesOf(filter: TicketFilter, field: FilterField): string[] {
  const value: unknown = filter[field];
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** The filter with other values for a field; none takes the field out. */
export function withValues(filter: TicketFilter, field: FilterField, values: readonly string[]): TicketFilter {
  const { [field]: _before, ...rest } = filter;
  if (values.length === 0) return rest;
  const typed = field === 'priority' ? values.map(Number) : values;
  const [first] = values;
  const flag = field === 'unread' || field === 'watching';
  return { ...rest, [field]: isListField(field) ? typed : flag ? first === 'true' : first } as TicketFilter;
}

/** One field of a filter as words: "assigned to me or nobody". */
export function phraseOf(filter: TicketFilter, field: FilterField, nameOf: NameOf): string {
  return describeTicketFilter({ [field]: filter[field] } as TicketFilter, nameOf);
}
