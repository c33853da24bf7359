import { settleClock } from '#kernel/clock.ts';
import { Fault, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ClockJustification } from '#shared/service-level.ts';
import { calendarSource } from './calendars.ts';
import type { Ticket } from './follow.ts';
import { clockOf } from './rows.ts';
import { targetName } from './target-name.ts';
import { clocksOf } from './write.ts';

/**
 * Says why a promise could not be kept, or takes that back with null. It stands beside the clock and in the client's report, and
 * never changes what was met or missed. Refuses a clock that is not missed. The caller has locked the ticket.
 */
export async function justifyClock(ctx: Ctx, ticket: Ticket, target: string, text: string | null): Promise<void> {
  const row = (await clocksOf(ctx, ticket)).find((clock) => clock.target === target);
  if (!row) throw invalid([{ path: 'target', message: 'is not a clock of this ticket' }]);
  const clock = settleClock(clockOf(row), ctx.now, await calendarSource(ctx, [row.calendar_id]));
  if (clock.breachedAt === null) throw new Fault('conflict', 'This clock is not missed; there is nothing to justify.');
  const before = (await justificationsOf(ctx, ticket.client_id, [ticket.id]))(ticket.id, target);
  if (text === null && !before) throw new Fault('conflict', 'Nobody has justified this clock.');
  if (text === before?.text) return;
  const at = [ticket.client_id, ticket.id, target];
  if (text === null) await ctx.hot('justification_delete', DELETE, at);
  else await ctx.hot('justification_put', PUT, [...at, text, ctx.actor.name, ctx.now]);
  const name = `the missed ${await targetName(ctx, target)}`;
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.sla_justified',
    data: {
      text: text === null ? `${name} no longer (it said: ${before?.text})` : `${name}: ${text}`,
      target,
      justification: [before?.text ?? null, text],
    },
  });
}

const DELETE = 'delete from sla_justifications where client_id = $1 and ticket_id = $2 and target = $3';
const PUT = `
insert into sla_justifications (client_id, ticket_id, target, text, by_name, at) values ($1, $2, $3, $4, $5, $6)
on conflict (client_id, ticket_id, target) do update set text = excluded.text, by_name = excluded.by_name, at = excluded.at`;

/** What was said about missed clocks of tickets of a client, asked by ticket and target. */
export async function justificationsOf(ctx: Ctx, clientId: string, ticketIds: readonly string[]): Promise<Said> {
  if (ticketIds.length === 0) return () => null;
  const rows = await ctx.tx
    .selectFrom('sla_justifications')
    .select(['ticket_id', 'target', 'text', 'by_name', 'at'])
    .where('client_id', '=', clientId)
    .where('ticket_id', 'in', ticketIds)
    .execute();
  const said = new Map(rows.map((row) => [`${row.ticket_id} ${row.target}`, row]));
  return (ticketId, target) => {
    const row = said.get(`${ticketId} ${target}`);
    return row ? { text: row.text, by: row.by_name, at: row.at } : null;
  };
}

type Said = (ticketId: string, target: string) => ClockJustification | null;
