import pg from 'pg';
import { Door } from './http.ts';
import type { Running } from './program.ts';
import { learnKnown } from './shapes.ts';
import { createOne } from './writes.ts';

/** Clocks that run, as the budget has it. */
const RUNNING = 100_000;
const PLANTED = 100;
/** How many people log tickets meanwhile. */
const LOGGING = 2;
const WAIT_MS = 20_000;

export type ClockFigures = {
  /** Clocks that run, over the whole database. */
  running: number;
  /** Milliseconds to find what is due among them. */
  found: number;
  /** Seconds from the instant of a breach to the event that tells it, at worst, of some hundred at one instant. */
  acted: number;
};

/**
 * Lets a hundred thousand clocks run, some of them come due at one instant while tickets are being logged, and waits for the
 * sweeper to act on them.
 */
export async function measureClocks(program: Running, key: string): Promise<ClockFigures> {
  const admin = new pg.Client({ connectionString: program.adminUrl });
  await admin.connect();
  const door = new Door(program.address, key, LOGGING);
  let over = false;
  try {
    await letRun(admin);
    const running = await admin.query<{ n: number }>(
      'select count(*)::int as n from fettle.ticket_clocks where next_threshold_at is not null',
    );
    const known = await learnKnown(admin);
    const logging = Array.from({ length: LOGGING }, async (_, who) => {
      for (let i = who; !over; i += LOGGING) await createOne(door, known, i);
    });
    const figures = { running: running.rows[0]?.n ?? 0, found: await findDue(admin), acted: await actOnDue(admin) };
    over = true;
    await Promise.all(logging);
    return figures;
  } finally {
    over = true;
    door.close();
    await admin.end();
  }
}

/** Clocks of tickets that are done run on, so that there are as many as wanted; they come due over the next weeks. */
async function letRun(admin: pg.Client): Promise<void> {
  await admin.query(
    `with more as (
       select client_id, ticket_id, target, row_number() over () as nth from fettle.ticket_clocks where next_threshold_at is null
       limit greatest(0, $1 - (select count(*) from fettle.ticket_clocks where next_threshold_at is not null)))
     update fettle.ticket_clocks k set state = 'running', stopped_at = null, breached_at = null, running_since = now(),
       next_percent = 100, next_threshold_at = now() + interval '2 hours' + more.nth * interval '15 s',
       due_at = now() + interval '2 hours' + more.nth * interval '15 s'
     from more where k.client_id = more.client_id and k.ticket_id = more.ticket_id and k.target = more.target`,
    [RUNNING],
  );
  await admin.query('analyze fettle.ticket_clocks');
}

/** Milliseconds to find what is due now, as the sweeper asks for it. */
async function findDue(admin: pg.Client): Promise<number> {
  const from = performance.now();
  await admin.query(
    'select * from fettle.ticket_clocks where next_threshold_at <= now() order by next_threshold_at limit 200',
  );
  return performance.now() - from;
}

/** Seconds from an instant at which many clocks come due to the last event that tells it. */
async function actOnDue(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ at: Date }>(
    `with due as (
       select k.client_id, k.ticket_id, k.target from fettle.ticket_clocks k
       join fettle.tickets t on t.client_id = k.client_id and t.id = k.ticket_id and t.status_category = 'open'
       where k.next_threshold_at > now() + interval '1 hour' order by k.next_threshold_at limit ${PLANTED})
     update fettle.ticket_clocks k set next_threshold_at = now() + interval '2 s', due_at = now() + interval '1 s', next_percent = 100,
       passed_percent = 75, target_seconds = greatest(1, extract(epoch from now() - k.running_since)::int)
     from due where k.client_id = due.client_id and k.ticket_id = due.ticket_id and k.target = due.target returning k.next_threshold_at as at`,
  );
  const at = rows[0]?.at;
  if (!at) throw new Error('No clock of an open ticket could come due');
  for (const until = Date.now() + WAIT_MS; Date.now() < until; ) {
    const told = await admin.query(
      `select count(*)::int as n, max(at) as last from fettle.events where type in ('ticket.sla_breached', 'ticket.sla_at_risk') and at >= $1`,
      [at],
    );
    if (told.rows[0].n >= rows.length) return (told.rows[0].last - at.getTime()) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return WAIT_MS / 1000;
}
