import { sql } from 'kysely';

/** Once is no news. */
const TRIES_TOLD = 3;

/** Mails that are listed and cannot be fetched, though tried several times. */
export type Stuck = { count: number; text: string; at: string; retryAt: string | null };

/** Those of the mailbox `b`, as one value; null where there are none. */
export const STUCK = sql<Stuck | null>`(
  select json_build_object('count', count(*), 'text', (array_agg(i.last_error order by i.failed_at desc))[1],
    'at', max(i.failed_at), 'retryAt', min(i.next_at))
  from mailbox_items i where i.mailbox_id = b.id and i.state = 'wanted' and i.attempts >= ${sql.lit(TRIES_TOLD)} having count(*) > 0)`;

/** The same, told as trouble. */
export function stuckWords({ count, text, at, retryAt }: Stuck): { text: string; at: string; retryAt: string | null } {
  const iso = (instant: string) => new Date(instant).toISOString();
  const what = count === 1 ? 'One mail cannot be fetched' : `${count} mails cannot be fetched`;
  return { text: `${what}: ${text}`, at: iso(at), retryAt: retryAt && iso(retryAt) };
}
