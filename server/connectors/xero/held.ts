import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { type Ctx, type Services, withContext } from '#platform/context/index.ts';
import { BOOKKEEPING, findLink, type LinkRow } from './link.ts';

/** Thrown where another keeps the books meanwhile, or nobody is to: nothing is wrong with it. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** How long whoever keeps the books may be silent before another takes over: longer than any one call takes. */
const LEASE_MS = 10 * 60_000;

/** The books in our hand. `write` runs a transaction while they are ours, and throws `LeaseLost` where they are not. */
export type Held = {
  readonly link: LinkRow;
  readonly began: string;
  write<R>(work: (ctx: Ctx) => Promise<R>): Promise<R>;
  /** Leaves them to whoever takes them next. */
  leave(): Promise<void>;
};

const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

/** Takes the books in hand where they are due and nobody else has them; null otherwise. */
export async function takeBooks(services: Services): Promise<Held | null> {
  const mine = newId();
  const taken = await withContext(services, BOOKKEEPING, async (ctx) => {
    const { rows } = await sql`
      update accounting_links set held_by = ${mine}, held_until = ${later(ctx.now, LEASE_MS)}
      where state = 'on' and next_at <= ${ctx.now} and (held_until is null or held_until <= ${ctx.now}) returning id`.execute(
      ctx.tx,
    );
    return rows.length > 0 ? { link: await findLink(ctx), began: ctx.now } : null;
  });
  if (!taken?.link) return null;
  const { link, began } = taken;
  return {
    ...{ link, began },
    write: (work) =>
      withContext(services, BOOKKEEPING, async (ctx) => {
        const { rows } = await sql`
          update accounting_links set held_until = ${later(ctx.now, LEASE_MS)}
          where held_by = ${mine} and state = 'on' returning id`.execute(ctx.tx);
        if (rows.length === 0) throw new LeaseLost('Another keeps the books by now, or nobody is to');
        return work(ctx);
      }),
    leave: () =>
      withContext(services, BOOKKEEPING, async ({ tx }) => {
        await sql`update accounting_links set held_by = null, held_until = null where held_by = ${mine}`.execute(tx);
      }),
  };
}
