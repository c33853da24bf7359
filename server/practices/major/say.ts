import { Fault, invalid } from '#kernel/errors.ts';
import { isRunning, nextUpdateAt } from '#kernel/major.ts';
import type { Ctx } from '#platform/context/index.ts';
import {
  createAnnouncement,
  publishAnnouncement,
  sayMore,
  viewAnnouncement,
} from '#server/practices/announcement/index.ts';
import { refuseNames } from '#server/practices/span/index.ts';
import type { TellClients } from '#shared/major.ts';
import { type Both, reachTouched, touchedBy } from './reach.ts';
import { changeMajor, majorOf } from './rows.ts';

/**
 * Tells the people of every affected client how it stands. The first words publish an outage for these clients, with the incident's
 * told title; what follows is said there, also to clients that it has touched since. The next word is due a cadence from now.
 */
export async function tellClients(ctx: Ctx, idOrKey: string, input: TellClients): Promise<void> {
  const both = await majorOf(ctx, idOrKey, input.version);
  const { ticket, major } = both;
  if (!isRunning(major.state)) throw new Fault('conflict', 'Clients are told while it is declared or stabilised.');
  const clientIds = await touchedBy(ctx, ticket);
  if (clientIds.length === 0)
    throw invalid([{ path: 'text', message: 'nobody would read it: put tickets of clients to it first' }]);
  await refuseNames(ctx, ticket, { text: input.text });
  const announcementId = major.announcement_id;
  const told = announcementId
    ? await saidMore(ctx, both, announcementId, input.text)
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

async function announce(
  ctx: Ctx,
  { ticket, major }: Both,
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

async function saidMore(ctx: Ctx, both: Both, id: string, text: string): Promise<string> {
  await reachTouched(ctx, both, 'text');
  await sayMore(ctx, id, text);
  return id;
}
