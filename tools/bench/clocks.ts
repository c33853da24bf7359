import pg from 'pg';
import type { Running } from './program.ts';

const PLANTED = 100;
const WAIT_MS = 20_000;

export type ClockFigures = {
  /** Clocks that run, over the whole database. */
  running: number;
  /** Milliseconds to find what is due among them. */
  found: number;
  /** Seconds from the instant of a breach to the event that tells it, at worst, of some hundred at one instant. */
  acted: number;
};

/** Lets some clocks come due at one instant, and waits for the sweeper to act on them. */
export async function measureClocks(program: Running): Promise<ClockFigures> {
  const admin = new pg.Client({ connectionString: program.adminUrl });
  await admin.connect();
  try {
    const running = await admin.query(
      'select count(*)::int as n from fettle.ticket_clocks where next_threshold_at is not null',
    );
    const from = performance.now();
    await admin.query(
      'select * from fettle.ticket_clocks where next_threshold_at <= now() order by next_threshold_at limit 200',
    );
    const found = performance.now() - from;
    const { rows } = await admin.query<{ at: Date }>(
      `with due as (
         select client_id, ticket_id, target from fettle.ticket_clocks
         where next_threshold_at > now() + interval '1 hour' order by next_threshold_at limit ${PLANTED})
       update fettle.ticket_clocks k set next_threshold_at = now() + interval '2 s', due_at = now() + interval '1 s', next_percent = 100,
         passed_percent = 75, target_seconds = greatest(1, extract(epoch from now() - k.running_since)::int)
       from due where k.client_id = due.client_id and k.ticket_id = due.ticket_id and k.target = due.target returning k.next_threshold_at as at`,
    );
    const at = rows[0]?.at;
    if (!at) return { running: running.rows[0].n, found, acted: 0 };
    for (const until = Date.now() + WAIT_MS; Date.now() < until; ) {
      const told = await admin.query(
        `select count(*)::int as n, max(at) as last from fettle.events where type in ('ticket.sla_breached', 'ticket.sla_at_risk') and at >= $1`,
        [at],
      );
      if (told.rows[0].n >= rows.length)
        return { running: running.rows[0].n, found, acted: (told.rows[0].last - at.getTime()) / 1000 };
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return { running: running.rows[0].n, found, acted: WAIT_MS / 1000 };
  } finally {
    await admin.end();
  }
}
