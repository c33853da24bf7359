import type { Ctx } from '#platform/context/index.ts';
import type { TicketPatch } from './record.ts';

/**
 * What a source of history counted and knew itself, to be taken over instead of reckoned anew. Instants are ISO 8601; null says
 * that the source does not know.
 */
export type Facts = {
  reassignmentCount?: number;
  reopenCount?: number;
  resolvedAt?: string | null;
  resolvedBy?: string | null;
  closedAt?: string | null;
};

const COLUMNS = {
  reassignmentCount: 'reassignment_count',
  reopenCount: 'reopen_count',
  resolvedAt: 'resolved_at',
  resolvedBy: 'resolved_by',
  closedAt: 'closed_at',
} as const satisfies Record<keyof Facts, keyof TicketPatch>;

/** The facts as columns. Only where history is recorded: elsewhere these follow from what is done. */
export function factsPatch(ctx: Ctx, facts: Facts): TicketPatch {
  const given = Object.entries(facts) as [keyof Facts, never][];
  if (given.length > 0 && !ctx.history) throw new Error('Facts are taken over only where history is recorded');
  return Object.fromEntries(given.map(([fact, value]) => [COLUMNS[fact], value]));
}

/** Keeps the client's numbers up to `last` for tickets that are brought in with the numbers they had. */
export async function reserveNumbers(ctx: Ctx, clientId: string, last: number): Promise<void> {
  await ctx.hot(
    'reserve_numbers',
    'update clients set next_number = greatest(next_number, $2::integer + 1) where id = $1 and next_number <= $2',
    [clientId, last],
  );
}
