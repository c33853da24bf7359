import type { TicketFilter } from '#shared/ticket-filter.ts';
import { HOLD_REASONS, PRIORITIES, SOURCES, TICKET_KINDS } from '#shared/vocabulary.ts';

export type FilterField = keyof TicketFilter;
/** How a field compares. Several values of an `any_of` field widen it; fields narrow each other. */
export type FilterOperator = 'any_of' | 'each_of' | 'is' | 'matches' | 'since' | 'before';

type Definition = {
  readonly operator: FilterOperator;
  readonly type: 'text' | 'number' | 'flag' | 'instant';
  /** What a value must look like; anything where absent. */
  readonly allows?: (value: string) => boolean;
  /** Completes "must be …". */
  readonly expects: string;
  readonly most?: number;
};

const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const oneOf = (words: readonly (string | number)[]) => (value: string) => words.some((word) => String(word) === value);
const ids = (...words: string[]): Definition => ({
  operator: 'any_of',
  type: 'text',
  allows: (value) => words.includes(value) || isId(value),
  expects: ['an id', ...words].join(', or '),
  most: 50,
});
const words = (list: readonly (string | number)[], type: 'text' | 'number' = 'text'): Definition => ({
  operator: 'any_of',
  type,
  allows: oneOf(list),
  expects: `one of ${list.join(', ')}`,
  most: 10,
});
const instant = (operator: 'since' | 'before'): Definition => ({
  operator,
  type: 'instant',
  allows: (value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)),
  expects: 'a time such as 2027-01-31T09:00:00Z',
});
const flag: Definition = { operator: 'is', type: 'flag', allows: oneOf(['true', 'false']), expects: 'true or false' };
const DUE = ['overdue', 'hour', 'today', 'week', 'none'];

/** Every field that tickets can be filtered by, in the order in which addresses and sentences name them. */
export const FILTER_FIELDS: { readonly [field in FilterField]-?: Definition } = {
  status: {
    operator: 'any_of',
    type: 'text',
    allows: (value) => /^[a-z][a-z0-9_]{0,39}$/.test(value),
    expects: 'a status or category',
    most: 20,
  },
  holdReason: words(HOLD_REASONS),
  kind: words(TICKET_KINDS),
  assigneeId: ids('me', 'none'),
  teamId: ids('mine', 'none'),
  clientId: ids(),
  requesterId: ids(),
  priority: words(PRIORITIES, 'number'),
  categoryId: ids(),
  serviceId: ids(),
  source: words(SOURCES),
  tag: {
    operator: 'any_of',
    type: 'text',
    allows: (value) => /^[^\s,][^,]{0,39}$/.test(value),
    expects: 'a tag',
    most: 20,
  },
  custom: {
    operator: 'each_of',
    type: 'text',
    allows: (value) => value.length <= 300 && /^[a-z][a-z0-9_]*:/.test(value),
    expects: 'field:value',
    most: 10,
  },
  parentId: { operator: 'is', type: 'text', allows: isId, expects: 'an id' },
  due: { operator: 'is', type: 'text', allows: oneOf(DUE), expects: `one of ${DUE.join(', ')}` },
  watching: flag,
  unread: flag,
  vip: flag,
  createdAfter: instant('since'),
  createdBefore: instant('before'),
  updatedAfter: instant('since'),
  updatedBefore: instant('before'),
  resolvedAfter: instant('since'),
  resolvedBefore: instant('before'),
  q: { operator: 'matches', type: 'text', allows: (value) => value.length <= 200, expects: 'at most 200 characters' },
};

export const FIELD_NAMES = Object.keys(FILTER_FIELDS) as FilterField[];
/** Fields that hold a list. */
export const isList = (field: FilterField) =>
  FILTER_FIELDS[field].operator === 'any_of' || FILTER_FIELDS[field].operator === 'each_of';
