import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { knowWhole, refuseNames } from '#server/practices/span/index.ts';
import type { PublishKnownError } from '#shared/problem.ts';
import { advance } from './advance.ts';
import { lockProblem } from './rows.ts';

const PUBLISH = `
insert into known_errors (client_id, id, problem_id, title, symptoms, workaround, category_id, service_id, portal, published_at, published_by, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10)
on conflict (client_id, problem_id) do update set title = excluded.title, symptoms = excluded.symptoms, workaround = excluded.workaround,
  category_id = excluded.category_id, service_id = excluded.service_id, portal = excluded.portal, published_at = excluded.published_at,
  published_by = excluded.published_by, updated_at = excluded.updated_at, retired_at = null, retired_why = ''`;
const RETIRE = `
update known_errors set retired_at = $3, retired_why = $4, updated_at = $3
where problem_id = $1 and client_id = any ($2::uuid[]) and retired_at is null returning client_id`;
const SINCE = `
update problems set known_error_at = coalesce(known_error_at, $3) where client_id = $1 and ticket_id = $2`;

/** Publishes a problem as an error that is known at clients: to whoever works for them, and to their people where asked. */
export async function publishKnownError(ctx: Ctx, idOrKey: string, input: PublishKnownError): Promise<void> {
  const problem = await lockProblem(ctx, idOrKey);
  const { ticket, facts } = problem;
  if (!facts.workaround && !facts.workaround_none)
    throw invalid([
      { path: 'workaround', message: 'is missing: write how to help oneself, or say that there is none' },
    ]);
  if (!ticket.is_open && ticket.status !== 'risk_accepted')
    throw invalid([{ path: 'idOrKey', message: `is over; ${ticket.key} has to go on first` }]);
  const clients = await clientsInSight(ctx, input.clientIds);
  if (clients.some((id) => id !== ticket.client_id) && !(await isProvider(ctx, ticket.client_id)))
    throw invalid([
      { path: 'clientIds', message: `${ticket.key} is of one client alone; move it to the provider itself first` },
    ]);
  for (const clientId of clients) {
    await knowWhole(ctx, ticket, clientId);
    const texts = { title: input.title, symptoms: input.symptoms, workaround: facts.workaround };
    await refuseNames(ctx, problem.ticket, texts, clientId);
    const said = [input.title.trim(), input.symptoms.trim(), facts.workaround, ticket.category_id, ticket.service_id];
    await ctx.hot('known_error_publish', PUBLISH, [
      ...[clientId, newId(), ticket.id, ...said],
      ...[input.portal, ctx.now, ctx.actor.name],
    ]);
  }
  await ctx.hot('known_error_since', SINCE, [ticket.client_id, ticket.id, ctx.now]);
  await tell(ctx, ticket, 'published', clients.length);
  await advance(ctx, ticket.id, { changed: true });
}

/** Takes a known error back at clients: it is matched and shown there no more. */
export async function retireKnownError(
  ctx: Ctx,
  idOrKey: string,
  { clientIds, why = '' }: { clientIds: readonly string[]; why?: string | undefined },
): Promise<void> {
  const { ticket } = await lockProblem(ctx, idOrKey);
  await refuseNames(ctx, ticket, { why });
  const gone = await ctx.hot('known_error_retire', RETIRE, [ticket.id, clientIds, ctx.now, why.trim()]);
  if (gone.length === 0) throw notFound('known error');
  await tell(ctx, ticket, 'retired', gone.length);
}

async function clientsInSight(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const found = await ctx.tx
    .selectFrom('clients')
    .select('id')
    .where('id', 'in', ids)
    .where('active', '=', true)
    .execute();
  if (found.length < ids.length) throw notFound('client');
  return found.map(({ id }) => id).sort();
}

/** Tells on the problem how many clients it was, and names none: whoever reads it may not see them. */
const tell = (ctx: Ctx, ticket: TicketRecord, verb: string, count: number) =>
  appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: `ticket.known_error_${verb}`,
    data: { text: count === 1 ? 'at a client' : `at ${count} clients` },
  });
