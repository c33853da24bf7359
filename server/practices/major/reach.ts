import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { viewAnnouncement, widenAnnouncement } from '#server/practices/announcement/index.ts';
import { namingFor, refuseTold, spansOf } from '#server/practices/span/index.ts';
import { type MajorRecord, majorOf } from './rows.ts';

export const REACH_JOB = 'major.reach';
export type Both = { readonly ticket: TicketRecord; readonly major: MajorRecord };

/** The clients that it touches: those of its tickets, and its own where that is no provider's. */
export async function touchedBy(ctx: Ctx, ticket: TicketRecord): Promise<string[]> {
  const below = (await spansOf(ctx, ticket)).filter(({ tickets }) => tickets > 0).map(({ clientId }) => clientId);
  return [...new Set([...below, ...((await isProvider(ctx, ticket.client_id)) ? [] : [ticket.client_id])])];
}

/**
 * Shows what was told of a major incident already to the clients that it touches by now; `path` is the field that brings them there. What
 * cannot be changed any more and names a client goes to none of them; what can be, is refused until it is.
 */
export async function reachTouched(ctx: Ctx, { ticket, major }: Both, path: string): Promise<void> {
  const id = major.announcement_id;
  if (id === null) return;
  const told = await viewAnnouncement(ctx, id);
  const reached = new Set(told.clients.map((client) => client.id));
  const added = (await touchedBy(ctx, ticket)).filter((client) => !reached.has(client));
  if (added.length === 0) return;
  // Whoever sees not all of them changes nothing for the others.
  if (!ctx.scope.allClients) return ctx.services.jobs.enqueue(ctx, REACH_JOB, { id: ticket.id });
  const texts = { 'the title of its announcement': told.title, 'the text of its announcement': told.text };
  const naming = await namingFor(ctx, ticket);
  if (told.state !== 'ended') await refuseTold(ctx, ticket, path, texts);
  else if (Object.values(texts).some((text) => naming(text) !== null)) return;
  const withheld = told.updates.filter(({ text }) => naming(text) !== null).map((update) => update.id);
  await widenAnnouncement(ctx, id, added, withheld);
}

/** The same for whoever sees not all of the clients. Done twice it does nothing more. */
export const reachJob = (services: Services): JobDefinition<{ id: string }> => ({
  name: REACH_JOB,
  run: ({ id }) =>
    withContext(services, systemIdentity('Major incident management'), async (ctx) =>
      reachTouched(ctx, await majorOf(ctx, id), 'tickets'),
    ),
});
