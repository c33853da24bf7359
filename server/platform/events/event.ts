import { newId } from '#kernel/ids.ts';
import type { Bulk, Ctx } from '../context/index.ts';

/** What changed: each field with its value before and after. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

export type NewEvent = {
  /** The client it belongs to; null for what belongs to the provider (roles, macros, …). */
  clientId: string | null;
  subjectType: string;
  subjectId: string;
  /** `<noun>.<past participle>`, for example `ticket.assigned`. */
  type: string;
  /** 'public' events may be shown to the client's people. */
  visibility?: 'public' | 'internal';
  data?: Record<string, unknown>;
};

/**
 * Appends one row to the event log in the command's transaction and lets live viewers know at commit.
 * Returns the event's id, by which the change can be undone.
 */
export async function appendEvent(ctx: Ctx, event: NewEvent): Promise<string> {
  const id = newId();
  const row = [
    id,
    event.clientId,
    ctx.now,
    event.subjectType,
    event.subjectId,
    event.type,
    ctx.actor.kind,
    ctx.actor.id,
    ctx.actor.name,
    ctx.requestId,
    event.visibility ?? 'internal',
    JSON.stringify(ctx.history ? { ...event.data, imported: ctx.history } : (event.data ?? {})),
  ];
  if (ctx.bulk) gather(ctx, ctx.bulk, row);
  else await ctx.hot('append_event', INSERT, [...row, ctx.quiet]);
  return id;
}

const COLUMNS =
  'id, client_id, at, subject_type, subject_id, type, actor_kind, actor_id, actor_name, request_id, visibility, data';

/** The notice carries ids only: whoever hears it must still be allowed to read the rows. */
const INSERT = `
with made as (
  insert into events (${COLUMNS})
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)
select case when $13::boolean then null
  else pg_notify('fettle_events', $1::uuid || '|' || coalesce($2::uuid::text, '') || '|' || $4::text || '|' || $5::uuid || '|' || $6::text || '|' || coalesce($8::uuid::text, '') || '|' || $11::text) end`;

const TYPES = ['uuid', 'uuid', 'timestamptz', 'text', 'uuid', 'text', 'text', 'uuid', 'text', 'text', 'text', 'jsonb'];
const INSERT_MANY = `
insert into events (${COLUMNS})
select * from unnest(${TYPES.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})`;

/** In bulk the events of a transaction are written together at its end, in their order and without notices. */
function gather(ctx: Ctx, bulk: Bulk, row: unknown[]): void {
  if (!ctx.quiet) throw new Error('Only what is quiet may be written in bulk');
  const rows = bulk.recall<unknown[][]>('events') ?? bulk.keep('events', []);
  rows.push(row);
  bulk.later('events', async () => {
    await ctx.hot(
      'append_events',
      INSERT_MANY,
      TYPES.map((_, index) => rows.map((values) => values[index])),
    );
    rows.length = 0;
  });
}
