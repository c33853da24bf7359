import type { Ctx } from '#platform/context/index.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import { STATUS_CATEGORIES } from '#shared/vocabulary.ts';
import { leftBehind } from './left-behind.ts';
import { NEWS } from './query-rows.ts';

/** SQL conditions on `t` with their parameters. Only text written here enters the SQL; values are always parameters. */
export class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** Adds a condition; each `?` stands for the next value. */
  add(condition: string, ...values: unknown[]): void {
    let next = 0;
    this.parts.push(condition.replace(/\?/g, () => this.value(values[next++])));
  }

  /** Adds a value and returns its placeholder. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** What says that a column has one of the values; one alone is compared, so that an index can also give the order. */
  among(column: string, type: string, values: readonly unknown[]): string {
    return values.length === 1
      ? `${column} = ${this.value(values[0])}::${type}`
      : `${column} = any (${this.value(values)}::${type}[])`;
  }

  get where(): string {
    return this.parts.length > 0 ? `where ${this.parts.join(' and ')}` : '';
  }
}

const DAY = 86_400_000;

/** Tags of no more tickets than this are looked up first; those of more are met soon by walking the list. */
const FEW_TAGGED = 500;

/**
 * The tickets with one of the filter's tags where they are few, for a walk through many, which takes long to meet what is rare: the
 * database's own estimate of how rare a tag is does not see through the policies. Undefined without a tag, or where they are many.
 */
async function rarelyTagged(ctx: Ctx, filter: TicketFilter): Promise<string[] | undefined> {
  if (!filter.tag) return undefined;
  const tagged = await ctx.hot<{ ticket_id: string }>(
    'tagged',
    `select ticket_id from ticket_tags where tag = any ($1::text[]) limit ${FEW_TAGGED + 1}`,
    [filter.tag],
  );
  return tagged.length > FEW_TAGGED ? undefined : tagged.map((row) => row.ticket_id);
}

/** What was looked up for a filter before its tickets are. */
export type LookedUp = {
  /** What `rarelyTagged` found. */
  readonly tagged?: readonly string[] | undefined;
  /** What stands with people who are gone, where the filter asks for what nobody has. */
  readonly leftBehind?: readonly string[] | undefined;
};

/** Looks up what a filter's conditions need. */
export async function lookUp(ctx: Ctx, filter: TicketFilter): Promise<LookedUp> {
  const [tagged, left] = await Promise.all([
    rarelyTagged(ctx, filter),
    filter.assigneeId?.includes('none') ? leftBehind(ctx) : undefined,
  ]);
  return { tagged, leftBehind: left };
}

/** The conditions of a filter. The scope's clients are stated too: the policy is the net, this is the plan. */
export function filterConditions(ctx: Ctx, filter: TicketFilter, { tagged, leftBehind = [] }: LookedUp): Conditions {
  const c = new Conditions();
  const me = ctx.scope.principal === 'staff' ? ctx.scope.principalId : null;
  if (!ctx.scope.allClients) c.add(c.among('t.client_id', 'uuid', ctx.scope.clientIds));
  const { contactId, companyWide, siteId } = ctx.scope;
  if (contactId && !companyWide) c.add('(t.requester_id = ? or t.site_id = ?::uuid)', contactId, siteId ?? null);
  if (filter.clientId) c.add(c.among('t.client_id', 'uuid', filter.clientId));
  if (filter.kind) c.add(c.among('t.kind', 'text', filter.kind));
  if (filter.status) addStatus(c, filter.status);
  if (filter.holdReason) c.add(c.among('t.hold_reason', 'text', filter.holdReason));
  if (filter.requesterId) c.add(c.among('t.requester_id', 'uuid', filter.requesterId));
  if (filter.assigneeId) addPeople(c, 't.assignee_id', filter.assigneeId, 'me', me, leftBehind);
  if (filter.teamId) addTeams(c, filter.teamId, me);
  if (filter.priority) c.add(c.among('t.priority', 'smallint', filter.priority));
  if (filter.categoryId) c.add(c.among('t.category_id', 'uuid', filter.categoryId));
  if (filter.serviceId) c.add(c.among('t.service_id', 'uuid', filter.serviceId));
  if (filter.source) c.add(c.among('t.source', 'text', filter.source));
  if (tagged) c.add(c.among('t.id', 'uuid', tagged));
  else if (filter.tag) c.add('t.tags && ?::text[]', filter.tag);
  for (const pair of filter.custom ?? []) {
    const at = pair.indexOf(':');
    c.add(
      'exists (select from ticket_custom_values v where v.client_id = t.client_id and v.ticket_id = t.id and v.field_key = ? and v.value = ?)',
      pair.slice(0, at),
      pair.slice(at + 1),
    );
  }
  if (filter.parentId) c.add('t.parent_id = ?', filter.parentId);
  if (filter.due) addDue(c, filter.due, ctx.now);
  if (filter.watching)
    c.add(
      "exists (select from ticket_watchers w where w.client_id = t.client_id and w.ticket_id = t.id and w.watcher_kind = 'staff' and w.watcher_id = ?)",
      me,
    );
  if (filter.unread)
    c.add(
      `${NEWS} > coalesce((select u.read_at from ticket_reads u where u.client_id = t.client_id and u.ticket_id = t.id and u.staff_id = ?), ?::timestamptz)`,
      me,
      '1970-01-01T00:00:00Z',
    );
  if (filter.vip !== undefined)
    c.parts.push(
      `${filter.vip ? '' : 'not '}exists (select from contacts v where v.client_id = t.client_id and v.id = t.requester_id and v.vip)`,
    );
  if (filter.createdAfter) c.add('t.created_at >= ?', filter.createdAfter);
  if (filter.createdBefore) c.add('t.created_at < ?', filter.createdBefore);
  if (filter.updatedAfter) c.add('t.updated_at >= ?', filter.updatedAfter);
  if (filter.updatedBefore) c.add('t.updated_at < ?', filter.updatedBefore);
  if (filter.resolvedAfter) c.add('t.resolved_at >= ?', filter.resolvedAfter);
  if (filter.resolvedBefore) c.add('t.resolved_at < ?', filter.resolvedBefore);
  return c;
}

/** "open" is everything not yet resolved; other categories and status keys mean themselves. */
function addStatus(c: Conditions, wanted: readonly string[]): void {
  const keys = wanted.filter((word) => word !== 'open');
  const categories = keys.filter((word) => (STATUS_CATEGORIES as readonly string[]).includes(word));
  const statuses = keys.filter((word) => !categories.includes(word));
  const parts = [
    ...(wanted.includes('open') ? ['t.is_open'] : []),
    ...(categories.length > 0 ? [c.among('t.status_category', 'text', categories)] : []),
    ...(statuses.length > 0 ? [c.among('t.status', 'text', statuses)] : []),
  ];
  if (parts.length > 0) c.parts.push(parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' or ')})`);
}

function addPeople(
  c: Conditions,
  column: string,
  wanted: readonly string[],
  self: string,
  me: string | null,
  nobodys: readonly string[] = [],
): void {
  const ids = wanted.flatMap((word) => (word === self ? (me === null ? [] : [me]) : word === 'none' ? [] : [word]));
  const parts = [
    ...(wanted.includes('none') ? [`${column} is null`] : []),
    ...(wanted.includes('none') && nobodys.length > 0 ? [c.among('t.id', 'uuid', nobodys)] : []),
    // Also for "me" where nobody is: such a filter finds nothing.
    ...(ids.length > 0 || !wanted.includes('none') ? [c.among(column, 'uuid', ids)] : []),
  ];
  c.parts.push(parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' or ')})`);
}

function addTeams(c: Conditions, wanted: readonly string[], me: string | null): void {
  if (!wanted.includes('mine')) {
    addPeople(c, 't.team_id', wanted, 'mine', null);
    return;
  }
  c.add(
    `(t.team_id in (select m.team_id from team_members m where m.staff_id = ?) ${wanted.includes('none') ? 'or t.team_id is null' : ''})`,
    me,
  );
}

function addDue(c: Conditions, due: string, now: string): void {
  const at = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
  if (due === 'none') c.add('t.due_at is null');
  else if (due === 'overdue') c.add('t.is_open and t.due_at < ?', now);
  else
    c.add(
      't.is_open and t.due_at >= ? and t.due_at < ?',
      now,
      at(due === 'hour' ? DAY / 24 : due === 'today' ? DAY : 7 * DAY),
    );
}
