/** The ticket filter as data: its fields, its address, its sentence. No SQL, so that both sides can read it. */
export { dueUntil } from './filter/due.ts';
export type { FilterField, FilterOperator } from './filter/fields.ts';
export { FILTER_FIELDS, isList as isListField } from './filter/fields.ts';
export { parseTicketFilter, sameTicketFilter, serialiseTicketFilter } from './filter/query.ts';
export type { NameOf } from './filter/sentence.ts';
export { describeTicketFilter } from './filter/sentence.ts';
export { usualSort } from './filter/sort.ts';
