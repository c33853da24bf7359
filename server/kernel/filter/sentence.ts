import type { TicketFilter } from '#shared/ticket-filter.ts';
import type { HoldReason, Source, TicketKind } from '#shared/vocabulary.ts';
import type { FilterField } from './fields.ts';

/**
 * Finds the name of a person, team, client, status … by id or key, or of an instant's day where the reader is; undefined where the
 * reader may not see it.
 */
export type NameOf = (field: FilterField, value: string) => string | undefined;

const KINDS: Readonly<Record<TicketKind, string>> = {
  incident: 'incidents',
  request: 'requests',
  problem: 'problems',
  change: 'changes',
  task: 'tasks',
};
const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  portal: 'through the portal',
  email: 'by e-mail',
  phone: 'by phone',
  chat: 'by chat',
  monitoring: 'from monitoring',
  api: 'through the API',
  walk_in: 'in person',
  self_service: 'by self-service',
  import: 'by import',
  recurring: 'on schedule',
  staff: 'by staff',
};
const WAITS_FOR: Readonly<Record<HoldReason, string>> = {
  client: 'the client',
  vendor: 'a vendor',
  change: 'a change',
  problem: 'a problem',
  evidence: 'evidence',
  scheduled: 'its time',
};
const DUE_WORDS = {
  overdue: 'overdue',
  hour: 'due within the hour',
  today: 'due today',
  week: 'due this week',
  none: 'without a due time',
} as const;
const SPECIAL: Readonly<Record<string, string>> = {
  'assigneeId:me': 'me',
  'assigneeId:none': 'nobody',
  'teamId:mine': 'my teams',
  'teamId:none': 'no team',
};

type DayField =
  | 'createdAfter'
  | 'createdBefore'
  | 'updatedAfter'
  | 'updatedBefore'
  | 'resolvedAfter'
  | 'resolvedBefore';

/** A filter as a sentence: `open · assigned to me or nobody · Acme or Birch · due today`. */
export function describeTicketFilter(filter: TicketFilter, nameOf: NameOf): string {
  const name = (field: FilterField, value: string) =>
    SPECIAL[`${field}:${value}`] ?? nameOf(field, value) ?? 'somebody or something unknown';
  const any = (field: FilterField, values: readonly string[] | undefined, before = '') =>
    values && values.length > 0 ? `${before}${or(values.map((value) => name(field, value)))}` : null;
  const day = (text: string, field: DayField) => {
    const iso = filter[field];
    return iso === undefined ? null : `${text} ${nameOf(field, iso) ?? formatDay(iso)}`;
  };
  const parts = [
    filter.status?.length ? or(filter.status.map((key) => nameOf('status', key) ?? key.replaceAll('_', ' '))) : null,
    filter.holdReason?.length ? `waiting for ${or(filter.holdReason.map((reason) => WAITS_FOR[reason]))}` : null,
    filter.kind?.length ? or(filter.kind.map((kind) => KINDS[kind])) : null,
    any('assigneeId', filter.assigneeId, 'assigned to '),
    any('teamId', filter.teamId, 'in '),
    any('clientId', filter.clientId),
    any('requesterId', filter.requesterId, 'asked by '),
    filter.priority?.length ? or([...filter.priority].sort().map((priority) => `P${priority}`)) : null,
    any('categoryId', filter.categoryId, 'about '),
    any('serviceId', filter.serviceId, 'on '),
    filter.source?.length ? `raised ${or(filter.source.map((source) => SOURCE_WORDS[source]))}` : null,
    filter.tag?.length ? `tagged ${or(filter.tag)}` : null,
    ...(filter.custom ?? []).map((pair) => custom(pair, nameOf)),
    filter.parentId === undefined ? null : `under ${name('parentId', filter.parentId)}`,
    filter.due === undefined ? null : DUE_WORDS[filter.due],
    filter.watching === undefined ? null : filter.watching ? 'watched by me' : 'not watched by me',
    filter.unread === undefined ? null : filter.unread ? 'unread' : 'read',
    filter.vip === undefined ? null : filter.vip ? 'for VIPs' : 'not for VIPs',
    day('created since', 'createdAfter'),
    day('created before', 'createdBefore'),
    day('updated since', 'updatedAfter'),
    day('updated before', 'updatedBefore'),
    day('resolved since', 'resolvedAfter'),
    day('resolved before', 'resolvedBefore'),
    filter.q ? `matching “${filter.q}”` : null,
  ].filter((part) => part !== null);
  return parts.join(' · ') || 'all tickets';
}

function or(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function custom(pair: string, nameOf: NameOf): string {
  const [key = '', ...value] = pair.split(':');
  return `${nameOf('custom', key) ?? key.replaceAll('_', ' ')} is ${value.join(':') || 'empty'}`;
}

function formatDay(iso: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(iso).toLocaleDateString('en-GB', options);
}
