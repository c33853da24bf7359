import type { CustomFieldView } from '#shared/classification.ts';
import { HOLD_REASONS, PRIORITIES, SOURCES, STATUS_CATEGORIES, TICKET_KINDS } from '#shared/vocabulary.ts';
import { kindName } from '#web/ui/marks/kind-icon.tsx';
import { priorityName } from '#web/ui/marks/priority-mark.tsx';
import {
  inWords,
  useCategories,
  useClients,
  useCustomFields,
  useServices,
  useStaff,
  useStatuses,
  useTeams,
} from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { type Choice, choicesPart, customPart, daysPart, type FilterPart, wordsPart } from './filter-parts.ts';

const words = (list: readonly string[]): Choice[] => list.map((value) => ({ value, label: inWords(value) }));
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
export function useFilterFields(): readonly FilterPart[] {
  const can = useCan();
  const staff = useStaff().filter(({ active }) => active);
  const teams = useTeams();
  const clients = useClients();
  const categories = useCategories();
  const services = useServices();
  const statuses = useStatusChoices();
  const custom = useCustomFields().filter(({ active }) => active);
  return [
    choicesPart('status', 'Status', statuses),
    choicesPart('holdReason', 'Waiting for', words(HOLD_REASONS)),
    choicesPart('assigneeId', 'Assignee', [
      { value: 'me', label: 'Me' },
      { value: 'none', label: 'Nobody' },
      ...named(staff),
    ]),
    choicesPart('teamId', 'Team', [
      { value: 'mine', label: 'My teams' },
      { value: 'none', label: 'No team' },
      ...named(teams),
    ]),
    choicesPart('clientId', 'Client', named(clients)),
    ...(can('contact.read') ? [{ ...choicesPart('requesterId', 'Requester', []), kind: 'contacts' as const }] : []),
    choicesPart('vip', 'VIP', FLAG),
    choicesPart(
      'priority',
      'Priority',
      PRIORITIES.map((one) => ({ value: String(one), label: `P${one} ${priorityName(one)}` })),
    ),
    choicesPart('due', 'Due', DUE),
    choicesPart(
      'kind',
      'Kind',
      TICKET_KINDS.map((kind) => ({ value: kind, label: kindName(kind) })),
    ),
    choicesPart(
      'categoryId',
      'Category',
      categories.map(({ id, path }) => ({ value: id, label: path })),
    ),
    choicesPart('serviceId', 'Service', named(services)),
    wordsPart('tag', 'Tag'),
    choicesPart('source', 'Source', words(SOURCES)),
    daysPart('created', 'Created', ['createdAfter', 'createdBefore']),
    daysPart('updated', 'Updated', ['updatedAfter', 'updatedBefore']),
    daysPart('resolved', 'Resolved', ['resolvedAfter', 'resolvedBefore']),
    choicesPart('unread', 'Unread', FLAG),
    choicesPart('watching', 'Watched by me', FLAG),
    ...custom.map((field) => customPart(field, choicesOf(field))),
  ];
}

/** The categories, which hold for every kind, and below them the statuses that the desk named itself. */
function useStatusChoices(): Choice[] {
  const categories = words(STATUS_CATEGORIES).map((one) =>
    one.value === 'open' ? { ...one, label: 'Open: anything not resolved' } : one,
  );
  const statuses = [...useStatuses().values()].flat();
  const known = new Set<string>(STATUS_CATEGORIES);
  const own: Choice[] = [];
  for (const { key, name } of statuses) {
    if (known.has(key)) continue;
    known.add(key);
    own.push({ value: key, label: name });
  }
  return [...categories, ...own];
}

function choicesOf({ type, options }: CustomFieldView): Choice[] {
  if (type === 'boolean') return [...FLAG];
  return options.map((value) => ({ value, label: value }));
}
