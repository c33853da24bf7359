import { sql } from 'kysely';
import type { Period } from './period.ts';

/** What is promised to a client. What teams owe each other, and vendors, is the provider's own affair. */
const TO_CLIENTS = ['first_response', 'next_update', 'resolution'];

/** When a clock was decided, as its index is written: missed once is missed for good. */
export const DECIDED_AT = sql`case when k.breached_at is null then k.stopped_at else k.breached_at end`;

/** Not what was decided at a client that the ticket has left since: the next client was promised nothing of it. */
const DECIDED_HERE = sql`not exists (
  select from events e where e.client_id = k.client_id and e.subject_id = k.ticket_id and e.type = 'ticket.moved_here'
    and e.at >= ${DECIDED_AT})`;

/** Of a client's clocks, those that were decided since an instant: in the second in which they were missed, else when they were met. */
export const decidedSince = (fromAt: string) => sql`
  (k.breached_at is not null or k.state = 'met') and k.target = any (${TO_CLIENTS})
  and ${DECIDED_AT} >= ${fromAt}::timestamptz and ${DECIDED_HERE}`;

/** The clocks of a client that were decided in a period. */
export const decidedIn = ({ client, fromAt, untilAt }: Period) => sql`
  k.client_id = ${client.id} and ${decidedSince(fromAt)} and ${DECIDED_AT} < ${untilAt}::timestamptz`;
