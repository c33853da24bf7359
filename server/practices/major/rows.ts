import type { Selectable } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import type { MajorState } from '#kernel/major.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { tellSpans } from '#server/practices/span/index.ts';
import type { Review } from '#shared/major.ts';
import type { MajorRole } from '#shared/major-words.ts';

type Stored = Selectable<Tables['major_incidents']>;
/** A major incident as it is stored. */
export type MajorRecord = Omit<Stored, 'state' | 'roles' | 'criteria' | 'review'> & {
  state: MajorState;
  roles: { role: MajorRole; staffId: string }[];
  criteria: string[];
  review: Review | null;
};
export type MajorPatch = Partial<Omit<MajorRecord, 'client_id' | 'ticket_id' | 'version' | 'updated_at'>>;

/** A major incident with its ticket; both are held until the end of the transaction where `version` is given. */
export async function majorOf(
  ctx: Ctx,
  idOrKey: string,
  version?: number,
): Promise<{ ticket: TicketRecord; major: MajorRecord }> {
  const isHeld = version !== undefined;
  const ticket = await findTicket(ctx, idOrKey, { lock: isHeld });
  const query = ctx.tx
    .selectFrom('major_incidents')
    .selectAll()
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id);
  const major = (await (isHeld ? query.forUpdate() : query).executeTakeFirst()) as unknown as MajorRecord | undefined;
  if (!major) throw notFound('major incident');
  if (isHeld && major.version !== version) throw staleVersion('major incident', major.version);
  return { ticket, major };
}

/** Writes what changed, counts when clients have to be told next, and tells each of them where it stands. */
export async function changeMajor(
  ctx: Ctx,
  { ticket, major }: { ticket: TicketRecord; major: MajorRecord },
  patch: MajorPatch,
  event: { type: string; data?: Record<string, unknown> },
): Promise<MajorRecord> {
  const after = { ...major, ...patch };
  const { roles, criteria, review, ...plain } = patch;
  await ctx.tx
    .updateTable('major_incidents')
    .set({
      ...plain,
      ...(roles ? { roles: JSON.stringify(roles) } : {}),
      ...(criteria ? { criteria: JSON.stringify(criteria) } : {}),
      ...(review ? { review: JSON.stringify(review) } : {}),
      version: major.version + 1,
      updated_at: ctx.now,
    })
    .where('client_id', '=', major.client_id)
    .where('ticket_id', '=', major.ticket_id)
    .execute();
  await tellMajor(ctx, ticket, event);
  await tellSpans(ctx, ticket, { title: after.told_title, brief: briefOf(after) });
  return { ...after, version: major.version + 1 };
}

/** What may be known of it at the clients that it touches. */
export const briefOf = ({ state, next_update_at, bridge, declared_at, restored_at, review }: MajorRecord) => ({
  state,
  bridge,
  nextUpdateAt: next_update_at,
  declaredAt: declared_at,
  restoredAt: restored_at,
  // Of the review, what staff released to clients and nothing else.
  review: review?.forClients ?? '',
});

/** Says on the ticket what was done about it. */
export const tellMajor = (
  ctx: Ctx,
  ticket: TicketRecord,
  { type, data = {} }: { type: string; data?: Record<string, unknown> },
) =>
  appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.major_${type}`,
    data,
  });
