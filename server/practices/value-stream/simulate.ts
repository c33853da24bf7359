import { sql } from 'kysely';
import { belongs, figuresOf, flowOf, foldTicket, type Passage } from '#kernel/value-stream.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { SimulateValueStream, StreamSimulation } from '#shared/value-stream.ts';
import { sentenceOf, stepsOf } from './flow.ts';
import { type Hours, livesOf } from './lives.ts';
import { refuseTerms } from './streams.ts';

/** Tickets that are looked at, and at once. */
const JUDGED = 1_000;
const BATCH = 250;
const DAY_MS = 86_400_000;

/** How work would be seen to flow, had a stream these terms: over the newest tickets that ended in the last days. Changes nothing. */
export async function simulateStream(ctx: Ctx, { terms, days = 90 }: SimulateValueStream): Promise<StreamSimulation> {
  requireAllClients(ctx, 'A value stream');
  await refuseTerms(ctx, terms);
  const since = new Date(Date.parse(ctx.now) - days * DAY_MS).toISOString();
  const { rows } = await sql<{ id: string }>`
    select id from tickets where updated_at >= ${since} and not is_open and kind = any (${[...terms.work.kinds]}::text[])
    order by updated_at desc, id desc limit ${JUDGED + 1}`.execute(ctx.tx);
  const ids = rows.slice(0, JUDGED).map(({ id }) => id);
  const hours: Hours = new Map();
  const passages: Passage[] = [];
  let tickets = 0;
  for (let at = 0; at < ids.length; at += BATCH)
    for (const life of await livesOf(ctx, ids.slice(at, at + BATCH), hours)) {
      const passed = belongs(terms.work, life.candidate)
        ? foldTicket(life.standings, life.recorded, terms.steps, life.open)
        : null;
      if (!passed) continue;
      tickets += 1;
      passages.push(...passed.passages);
    }
  const figures = terms.steps.map(({ key }) =>
    figuresOf(
      key,
      passages.filter(({ step }) => step === key),
      'calendar',
    ),
  );
  const flow = flowOf(figures);
  return {
    ...{ judged: ids.length, capped: rows.length > JUDGED, tickets, efficiency: flow.efficiency, whole: flow.whole },
    steps: stepsOf(terms.steps, figures, flow.whole),
    sentence: sentenceOf(terms.steps, flow.delay, tickets),
  };
}
