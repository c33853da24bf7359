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
  data: {
    changes?: Record<string, [unknown, unknown]>;
    reason?: string;
    version?: number;
    /** Where the event was brought in from elsewhere. */
    imported?: { entry?: number; kept?: Record<string, string | null> };
    [key: string]: unknown;
  };
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
const LEVELS = ['', 'High', 'Medium', 'Low'];
const WAITS_FOR: Record<string, string> = {
  client: 'the client',
  vendor: 'a vendor',
  change: 'a change',
  problem: 'a problem',
  evidence: 'evidence',
  scheduled: 'its time',
};
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
  const own = events.some((event) => event.data.changes?.['custom'])
    ? await ctx.tx.selectFrom('custom_fields').select(['key', 'label']).execute()
    : [];
  const labels = new Map(own.map(({ key, label }) => [`custom.${key}`, label]));
  const say = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return 'nothing';
    if (field === 'status') return findStatus(lifecycle, String(value))?.name ?? String(value);
    if (field === 'impact' || field === 'urgency') return LEVELS[Number(value)] ?? String(value);
    if (field === 'priority') return `P${value}`;
    if (field === 'hold_reason') return WAITS_FOR[String(value)] ?? String(value);
    if (field === 'resolution_code' || field === 'source') return String(value).replaceAll('_', ' ');
    if (field === 'description' || field === 'resolution_note') return htmlToText(String(value)).slice(0, 200);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (Array.isArray(value)) return value.join(', ') || 'nothing';
    return names.get(String(value)) ?? String(value);
  };
  return (field, before, after) => ({
    label: LABELS[field] ?? labels.get(field) ?? field.replace(/^custom\./, ''),
    before: say(field, before),
    after: say(field, after),
  });
}
