import { newId } from '#kernel/ids.ts';
import type { Ctx } from '../context/index.ts';

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
  await ctx.hot('append_event', INSERT, [
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
    ctx.quiet,
  ]);
  return id;
}

/** The notice carries ids only: whoever hears it must still be allowed to read the rows. */
const INSERT = `
with made as (
  insert into events (id, client_id, at, subject_type, subject_id, type, actor_kind, actor_id, actor_name, request_id, visibility, data)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)
select case when $13::boolean then null
  else pg_notify('fettle_events', $1::uuid || '|' || coalesce($2::uuid::text, '') || '|' || $4::text || '|' || $5::uuid || '|' || $6::text || '|' || coalesce($8::uuid::text, '') || '|' || $11::text) end`;
