import type { Lifecycle } from '#kernel/lifecycle.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import type { TicketRecord } from './record.ts';

export type StoredEvent = {
  id: string;
  at: string;
  type: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  data: { changes?: Record<string, [unknown, unknown]>; reason?: string; version?: number; [key: string]: unknown };
};

type Named = { label: string; before: string; after: string };

const LABELS: Record<string, string> = {
  title: 'Title',
  description: 'Description',
  requester_id: 'Requester',
  site_id: 'Site',
  status: 'Status',
  impact: 'Impact',
  urgency: 'Urgency',
  priority: 'Priority',
  category_id: 'Category',
  service_id: 'Service',
  team_id: 'Team',
  assignee_id: 'Assignee',
  tags: 'Tags',
  custom: 'Custom fields',
  parent_id: 'Parent',
  merged_into_id: 'Merged into',
  duplicate_of_id: 'Duplicate of',
  hold_reason: 'Waiting for',
  hold_until: 'Waiting until',
  resolution_code: 'Resolution',
  resolution_note: 'What was done',
  cause: 'Cause',
  escalation_level: 'Escalation level',
  reassignment_count: 'Reassignments',
  reopen_count: 'Reopenings',
  first_response_at: 'First response',
  resolved_at: 'Resolved',
  resolved_by: 'Resolved by',
  closed_at: 'Closed',
  source: 'Source',
};
/** Facts that follow from another change on the same line. */
const SILENT = new Set([
  'reassignment_count',
  'reopen_count',
  'resolved_at',
  'resolved_by',
  'closed_at',
  'first_response_at',
]);
const LEVELS = ['', 'High', 'Medium', 'Low'];
const TABLES = {
  requester_id: 'contacts',
  site_id: 'sites',
  category_id: 'categories',
  service_id: 'services',
  team_id: 'teams',
  assignee_id: 'staff',
  resolved_by: 'staff',
} as const;

/** Looks up the names of all ids in the events at once and returns how to say a field's values. */
export async function nameValues(
  ctx: Ctx,
  ticket: TicketRecord,
  events: readonly StoredEvent[],
  lifecycle: Lifecycle,
): Promise<(field: string, before: unknown, after: unknown) => Named> {
  const names = new Map<string, string>();
  for (const [field, table] of Object.entries(TABLES)) {
    const ids = [
      ...new Set(
        events
          .flatMap((event) => event.data.changes?.[field] ?? [])
          .filter((id): id is string => typeof id === 'string'),
      ),
    ];
    if (ids.length === 0) continue;
    const rows = await ctx.tx.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute();
    for (const row of rows) names.set(row.id, row.name);
  }
  const refs = [
    ...new Set(
      ['parent_id', 'merged_into_id', 'duplicate_of_id']
        .flatMap((field) => events.flatMap((event) => event.data.changes?.[field] ?? []))
        .filter((id): id is string => typeof id === 'string'),
    ),
  ];
  if (refs.length > 0)
    for (const row of await ctx.tx
      .selectFrom('tickets')
      .select(['id', 'key'])
      .where('client_id', '=', ticket.client_id)
      .where('id', 'in', refs)
      .execute())
      names.set(row.id, row.key);
  const say = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return 'nothing';
    if (field === 'status') return findStatus(lifecycle, String(value))?.name ?? String(value);
    if (field === 'impact' || field === 'urgency') return LEVELS[Number(value)] ?? String(value);
    if (field === 'priority') return `P${value}`;
    if (field === 'description' || field === 'resolution_note') return htmlToText(String(value)).slice(0, 200);
    if (Array.isArray(value)) return value.join(', ') || 'nothing';
    if (typeof value === 'object')
      return (
        Object.entries(value)
          .map(([key, item]) => `${key}: ${item}`)
          .join(', ') || 'nothing'
      );
    return names.get(String(value)) ?? String(value);
  };
  return (field, before, after) => ({
    label: LABELS[field] ?? field,
    before: say(field, before),
    after: say(field, after),
  });
}

/** The event in words, to follow the actor's name: "moved it from New to In progress". */
export function sentenceOf(event: StoredEvent, changes: readonly (Named & { field: string })[]): string {
  const reason = event.data.reason ? `: ${event.data.reason}` : '';
  const told = changes.filter((change) => !SILENT.has(change.field));
  const details = told
    .map((change) =>
      change.before === 'nothing'
        ? `${change.label} ${change.after}`
        : `${change.label} from ${change.before} to ${change.after}`,
    )
    .join(', ');
  switch (event.type) {
    case 'ticket.created':
      return 'created the ticket';
    case 'ticket.moved':
      return `moved it: ${details}${reason}`;
    case 'ticket.assigned':
      return `assigned it: ${details}${reason}`;
    case 'ticket.escalated':
      return `escalated it${details ? `: ${details}` : ''}${reason}`;
    case 'ticket.undone':
      return `took back: ${details}`;
    case 'ticket.updated':
      return `changed ${details}${reason}`;
    default:
      return `${event.type.replace(/^ticket\./, '').replaceAll('_', ' ')}${details ? `: ${details}` : ''}${typeof event.data.text === 'string' ? ` ${event.data.text}` : ''}${reason}`;
  }
}
