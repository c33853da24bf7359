import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { providerOf } from '#server/business/client/index.ts';
import { createTicket, findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { tellSpans } from '#server/practices/span/index.ts';
import type { ProposeMajor } from '#shared/major.ts';
import { briefOf, majorOf, tellMajor } from './rows.ts';
import { TELLING } from './settings.ts';
import { putTo } from './tickets.ts';

/** What it is called at clients until somebody says: nothing that names one. */
const NAMELESS = 'A disturbance that we are working on';

/**
 * Proposes a major incident. One ticket becomes it itself; several of one client hang under the weightiest of them; tickets of several
 * clients hang under a new one of the provider. Without tickets it begins at the provider. Returns the ticket that it is.
 */
export async function proposeMajor(ctx: Ctx, input: ProposeMajor): Promise<TicketRecord> {
  const named = await Promise.all((input.tickets ?? []).map((ref) => findTicket(ctx, ref)));
  const tickets = [...new Map(named.map((ticket) => [ticket.id, ticket])).values()];
  const other = tickets.find(({ kind }) => kind !== 'incident');
  if (other) throw invalid([{ path: 'tickets', message: `${other.key} is no incident` }]);
  const whole = await wholeFor(ctx, tickets, input);
  const declined = await refuseTwice(ctx, whole, input.reason);
  const { value: telling } = await resolveSetting(ctx, TELLING, whole.client_id);
  const isProviders = tickets.some(({ client_id }) => client_id !== whole.client_id) || tickets.length === 0;
  const proposed = {
    ...{ state: 'proposed', reason: input.reason.trim(), criteria: JSON.stringify(input.criteria ?? []) },
    ...{ proposed_by: ctx.actor.name, proposed_at: ctx.now, updated_at: ctx.now },
  };
  if (declined === null)
    await ctx.tx
      .insertInto('major_incidents')
      .values({
        ...{ client_id: whole.client_id, ticket_id: whole.id, ...proposed, cadence_minutes: telling.cadenceMinutes },
        told_title: isProviders ? NAMELESS : whole.title,
      })
      .execute();
  // What was said when it was declined stands in the timeline.
  else
    await ctx.tx
      .updateTable('major_incidents')
      .set({ ...proposed, decided_by: null, declined_at: null, version: declined + 1 })
      .where('client_id', '=', whole.client_id)
      .where('ticket_id', '=', whole.id)
      .execute();
  await tellMajor(ctx, whole, { type: 'proposed', data: { reason: input.reason.trim() } });
  const both = await majorOf(ctx, whole.id);
  const { major } = both;
  const others = tickets.filter(({ id }) => id !== whole.id);
  await putTo(ctx, both, others, 'it was proposed with it');
  await tellSpans(ctx, whole, { title: major.told_title, brief: briefOf(major) });
  return whole;
}

/** The ticket that it is to be. */
async function wholeFor(ctx: Ctx, tickets: readonly TicketRecord[], input: ProposeMajor): Promise<TicketRecord> {
  const [heaviest] = tickets.toSorted((a, b) => a.priority - b.priority || a.created_at.localeCompare(b.created_at));
  if (heaviest && tickets.every(({ client_id }) => client_id === heaviest.client_id)) return heaviest;
  if (!heaviest) requireAllClients(ctx, 'A major incident of the provider');
  const provider = await providerOf(ctx);
  if (provider === null) throw notFound('client of the provider');
  const title = input.title?.trim();
  if (!title) throw invalid([{ path: 'title', message: 'is asked for where tickets of several clients are named' }]);
  return createTicket(
    ctx,
    { kind: 'incident', clientId: provider, title, impact: 1, urgency: 1, requesterId: null },
    { incomplete: true, weighed: 'it was proposed as a major incident' },
  );
}

const STANDING =
  'select state, reason, version from major_incidents where client_id = $1 and ticket_id = $2 for update';
const ABOVE = `
select s.key from ticket_span_links l join ticket_spans s on s.client_id = l.client_id and s.whole_id = l.whole_id
where l.client_id = $1 and l.ticket_id = $2 and l.how = 'major' limit 1`;

type Standing = { state: string; reason: string; version: number };

/** One that was declined is proposed again with something new to say. Returns its version then; null where it was none yet. */
async function refuseTwice(ctx: Ctx, { client_id, id, key }: TicketRecord, reason: string): Promise<number | null> {
  const [standing] = await ctx.hot<Standing>('major_standing', STANDING, [client_id, id]);
  const isDeclined = standing?.state === 'declined';
  if (isDeclined && standing.reason === reason.trim())
    throw invalid([{ path: 'reason', message: `is what ${key} was declined with; say what is new` }]);
  if (standing && !isDeclined) throw new Fault('conflict', `${key} is a major incident already (${standing.state}).`);
  const [above] = await ctx.hot<{ key: string }>('major_above', ABOVE, [client_id, id]);
  if (above) throw new Fault('conflict', `${key} is part of the major incident ${above.key} already.`);
  return standing?.version ?? null;
}
