import type { TicketFilter } from '#shared/ticket-filter.ts';
import type { FieldError } from '../errors.ts';
import type { FilterField } from './fields.ts';
import { FIELD_NAMES, FILTER_FIELDS, isList } from './fields.ts';

/**
 * Reads a filter from an address: a list as a repeated parameter (`status=new&status=open`). Other parameters (paging,
 * sorting) are left alone. What cannot be understood is left out of the filter and named in `errors`.
 */
export function parseTicketFilter(params: URLSearchParams): { filter: TicketFilter; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const entries = FIELD_NAMES.flatMap((field): [FilterField, unknown][] => {
    const { allows, expects, most = 1 } = FILTER_FIELDS[field];
    const given = params.getAll(field).filter((value) => value !== '');
    const good = [...new Set(given.filter((value) => allows?.(value) ?? true))].slice(0, most);
    if (good.length < new Set(given).size) {
      const many = new Set(given).size > most && good.length === most;
      errors.push({ path: field, message: many ? `takes at most ${most}` : `must be ${expects}` });
    }
    if (good.length === 0) return [];
    const values = good.map((value) => typed(field, value));
    return [[field, isList(field) ? values : values[0]]];
  });
  return { filter: Object.fromEntries(entries) as TicketFilter, errors };
}

/** Writes a filter as parameters: the same filter always gives the same text, however it was put together. */
export function serialiseTicketFilter(filter: TicketFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const field of FIELD_NAMES) {
    const value: unknown = filter[field];
    if (value === undefined) continue;
    const values = isList(field) && Array.isArray(value) ? [...new Set(value.map(String))].sort() : [String(value)];
    for (const one of values) if (one !== '') params.append(field, one);
  }
  return params;
}

/** Whether two filters ask for the same tickets. */
export function sameTicketFilter(a: TicketFilter, b: TicketFilter): boolean {
  return serialiseTicketFilter(a).toString() === serialiseTicketFilter(b).toString();
}

function typed(field: FilterField, value: string): string | number | boolean {
  const { type } = FILTER_FIELDS[field];
  if (type === 'number') return Number(value);
  return type === 'flag' ? value === 'true' : value;
}
