import { describeTicketFilter, type FilterField, isListField, type NameOf } from '#kernel/filter.ts';
import type { CustomFieldView } from '#shared/classification.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';

export type Choice = { value: string; label: string };

/** A part of the filter's sentence, under one name: which fields it holds, and how their values are chosen. */
export type FilterPart = {
  key: string;
  label: string;
  kind: 'choices' | 'words' | 'days' | 'contacts' | 'text' | 'number' | 'day';
  choices: readonly Choice[];
  /** Only one of the choices at a time. */
  single: boolean;
  /** The heading that it stands under where parts are offered. */
  group?: string;
  /** What it chose, as texts; none where it narrows nothing. */
  valuesOf(filter: TicketFilter): string[];
  /** The filter with other values; none takes the part out. */
  put(filter: TicketFilter, values: readonly string[]): TicketFilter;
  /** What it says: "assigned to me or nobody". */
  phrase(filter: TicketFilter, nameOf: NameOf): string;
};

/** More choices than these are found by typing. */
export const MANY = 8;

/** Whether letters are the first thing that is wanted where a part is changed. */
export const isTyped = ({ kind, choices }: FilterPart): boolean =>
  kind === 'choices' ? choices.length > MANY : kind !== 'days' && kind !== 'day';

/** A field whose values are chosen from a list. */
export function choicesPart(field: FilterField, label: string, choices: readonly Choice[]): FilterPart {
  return {
    key: field,
    label,
    kind: 'choices',
    choices,
    single: !isListField(field),
    valuesOf: (filter) => valuesOf(filter, field),
    put: (filter, values) => withValues(filter, field, values),
    phrase: (filter, nameOf) => phraseOf(filter, [field], nameOf),
  };
}

/** A field whose values are typed, each closed by Enter. */
export const wordsPart = (field: FilterField, label: string): FilterPart => ({
  ...choicesPart(field, label, []),
  kind: 'words',
});

/** Two fields that begin and end a time. The values are both of them, empty where that end is open. */
export function daysPart(key: string, label: string, fields: readonly [FilterField, FilterField]): FilterPart {
  return {
    key,
    label,
    kind: 'days',
    choices: [],
    single: false,
    valuesOf: (filter) => {
      const ends = fields.map((field) => valuesOf(filter, field)[0] ?? '');
      return ends.some((end) => end !== '') ? ends : [];
    },
    put: (filter, values) =>
      fields.reduce((now, field, at) => withValues(now, field, values[at] ? [values[at]] : []), filter),
    phrase: (filter, nameOf) => phraseOf(filter, fields, nameOf),
  };
}

const KINDS = { text: 'text', number: 'number', date: 'day', boolean: 'choices', choice: 'choices', multi: 'choices' };

/** A field of the desk's own. The filter has all of them in one list, as `field:value`. */
export function customPart({ key, label, type }: CustomFieldView, choices: readonly Choice[]): FilterPart {
  const before = `${key}:`;
  const own = (filter: TicketFilter) => (filter.custom ?? []).filter((pair) => pair.startsWith(before));
  const others = (filter: TicketFilter) => (filter.custom ?? []).filter((pair) => !pair.startsWith(before));
  return {
    key: `custom.${key}`,
    label,
    kind: (KINDS[type as keyof typeof KINDS] ?? 'choices') as FilterPart['kind'],
    choices,
    // Values of the desk's own fields narrow each other, and only a field of several choices has several at once.
    single: type === 'boolean' || type === 'choice',
    group: 'Custom fields',
    valuesOf: (filter) => own(filter).map((pair) => pair.slice(before.length)),
    put: (filter, values) =>
      withValues(filter, 'custom', [...others(filter), ...values.map((value) => `${before}${value}`)]),
    phrase: (filter, nameOf) => describeTicketFilter({ custom: own(filter) }, nameOf),
  };
}

/** The values that a filter has for a field, as texts. */
function valuesOf(filter: TicketFilter, field: FilterField): string[] {
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
  const flag = field === 'unread' || field === 'watching' || field === 'vip';
  return { ...rest, [field]: isListField(field) ? typed : flag ? first === 'true' : first } as TicketFilter;
}

function phraseOf(filter: TicketFilter, fields: readonly FilterField[], nameOf: NameOf): string {
  return describeTicketFilter(
    Object.fromEntries(fields.map((field) => [field, filter[field]])) as TicketFilter,
    nameOf,
  );
}
