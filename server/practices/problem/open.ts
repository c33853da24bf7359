import { forbidden, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { providerOf } from '#server/business/client/index.ts';
import { createTicket, findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { joinAll, leaveWhole, refuseNames } from '#server/practices/span/index.ts';
import type { OpenProblem } from '#shared/problem.ts';
import { findProblem, lockProblem, type Problem } from './rows.ts';
import { tellProblem } from './told.ts';

/** A problem is behind these: only incidents have one. */
async function incidentsOf(ctx: Ctx, refs: readonly string[]): Promise<TicketRecord[]> {
  const found = new Map<string, TicketRecord>();
  for (const ref of refs) {
    const ticket = await findTicket(ctx, ref);
    found.set(ticket.id, ticket);
  }
  const tickets = [...found.values()];
  const other = tickets.find(({ kind }) => kind !== 'incident');
  if (other) throw invalid([{ path: 'ticketIds', message: `${other.key} is no incident` }]);
  const merged = tickets.find(({ merged_into_id }) => merged_into_id !== null);
  if (merged) throw invalid([{ path: 'ticketIds', message: `${merged.key} is merged into another; take that one` }]);
  return tickets;
}

/**
 * Opens a problem behind incidents. Of one client's incidents it is that client's; of several clients' it is the provider's own, and each
 * learns only what is told.
 */
export async function openProblem(ctx: Ctx, input: OpenProblem): Promise<TicketRecord> {
  const incidents = await incidentsOf(ctx, input.ticketIds);
  const clients = new Set(incidents.map(({ client_id }) => client_id));
  const clientId = clients.size === 1 ? [...clients][0] : await ownClient(ctx);
  const same = <K extends 'category_id' | 'service_id'>(column: K) => {
    const values = new Set(incidents.map((one) => one[column]));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  };
  const ticket = await createTicket(ctx, {
    kind: 'problem',
    clientId: clientId ?? '',
    title: input.title,
    requesterId: null,
    categoryId: same('category_id'),
    serviceId: same('service_id'),
    impact: Math.min(...incidents.map(({ impact }) => impact)),
    urgency: 2,
  });
  const { symptoms = '', toldTitle = '', why = '' } = input;
  const facts = { symptoms: symptoms.trim(), told_title: toldTitle.trim() };
  await refuseNames(ctx, ticket, { toldTitle, symptoms });
  await ctx.tx
    .updateTable('problems')
    .set(facts)
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .execute();
  await putTo(ctx, await findProblem(ctx, ticket.id), incidents, why);
  return ticket;
}

async function ownClient(ctx: Ctx): Promise<string> {
  const provider = await providerOf(ctx);
  if (provider === null)
    throw forbidden(
      'A problem of several clients is the provider’s own. Somebody who works for the provider itself opens it; or take the incidents of one client.',
    );
  return provider;
}

async function putTo(ctx: Ctx, problem: Problem, incidents: readonly TicketRecord[], why: string): Promise<void> {
  const { ticket, facts } = problem;
  await joinAll(ctx, incidents, ticket, {
    ...{ how: 'problem', why, path: 'ticketIds' },
    told: {
      [`what ${ticket.key} is called at its clients`]: facts.told_title,
      [`the workaround of ${ticket.key}`]: facts.workaround,
    },
  });
  await tellProblem(ctx, problem);
}

/** Puts more incidents to a problem. */
export async function linkIncidents(ctx: Ctx, idOrKey: string, refs: readonly string[], why = ''): Promise<void> {
  const problem = await lockProblem(ctx, idOrKey);
  await putTo(ctx, problem, await incidentsOf(ctx, refs), why);
}

/** Takes incidents off a problem. */
export async function unlinkIncidents(ctx: Ctx, idOrKey: string, refs: readonly string[]): Promise<void> {
  const { ticket } = await lockProblem(ctx, idOrKey);
  for (const incident of await incidentsOf(ctx, refs)) await leaveWhole(ctx, incident, ticket);
}
