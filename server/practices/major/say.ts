import { Fault, invalid } from '#kernel/errors.ts';
import { isRunning, nextUpdateAt } from '#kernel/major.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import {
  createAnnouncement,
  publishAnnouncement,
  sayMore,
  updateAnnouncement,
  viewAnnouncement,
} from '#server/practices/announcement/index.ts';
import { refuseNames, spansOf } from '#server/practices/span/index.ts';
import type { TellClients } from '#shared/major.ts';
import { changeMajor, type MajorRecord, majorOf } from './rows.ts';

/**
 * Tells the people of every affected client how it stands. The first words publish an outage for these clients, with the incident's
 * told title; what follows is said there, also to clients that it has touched since. The next word is due a cadence from now.
 */
export async function tellClients(ctx: Ctx, idOrKey: string, input: TellClients): Promise<void> {
  const both = await majorOf(ctx, idOrKey, input.version);
  const { ticket, major } = both;
  if (!isRunning(major.state)) throw new Fault('conflict', 'Clients are told while it is declared or stabilised.');
  const clientIds = await touched(ctx, ticket);
  if (clientIds.length === 0)
    throw invalid([{ path: 'text', message: 'nobody would read it: put tickets of clients to it first' }]);
  await refuseNames(ctx, ticket, { text: input.text });
  const announcementId = major.announcement_id;
  const told = announcementId
    ? await saidMore(ctx, announcementId, clientIds, input.text)
    : await announce(ctx, both, clientIds, input);
  await changeMajor(
    ctx,
    both,
    {
      announcement_id: told,
      next_update_at: nextUpdateAt(major.state, ctx.now, major.cadence_minutes),
      reminded_at: null,
    },
    { type: 'told', data: { text: clientIds.length === 1 ? 'one client' : `${clientIds.length} clients` } },
  );
}

/** The clients that it touches: those of its tickets, and its own where that is no provider's. */
async function touched(ctx: Ctx, ticket: TicketRecord): Promise<string[]> {
  const below = (await spansOf(ctx, ticket)).filter(({ tickets }) => tickets > 0).map(({ clientId }) => clientId);
  return [...new Set([...below, ...((await isProvider(ctx, ticket.client_id)) ? [] : [ticket.client_id])])];
}

async function announce(
  ctx: Ctx,
  { ticket, major }: { ticket: TicketRecord; major: MajorRecord },
  clientIds: string[],
  { text, mail = false }: TellClients,
): Promise<string> {
  const outage = {
    ...({ kind: 'outage', title: major.told_title, text, effect: 'outage', audience: 'chosen', clientIds } as const),
    fromAt: major.declared_at ?? ctx.now,
    ...(ticket.service_id ? { serviceIds: [ticket.service_id] } : {}),
  };
  const id = await createAnnouncement(ctx, outage, ticket.id);
  const { version } = await viewAnnouncement(ctx, id);
  await publishAnnouncement(ctx, id, { version, mail });
  return id;
}

async function saidMore(ctx: Ctx, id: string, clientIds: string[], text: string): Promise<string> {
  const { clients, version } = await viewAnnouncement(ctx, id);
  const reached = new Set(clients.map((client) => client.id));
  if (clientIds.some((one) => !reached.has(one)))
    await updateAnnouncement(ctx, id, { version, clientIds: [...new Set([...reached, ...clientIds])] });
  await sayMore(ctx, id, text);
  return id;
}
