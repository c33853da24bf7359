import { setTimeout } from 'node:timers/promises';
import { type Services, withContext } from '#platform/context/index.ts';
import { openGraph } from '#server/channels/graph/index.ts';
import { accessToken, forgetToken } from '../oauth/token.ts';
import { RECEIVER } from '../receiver.ts';
import { type Access, noteRead } from '../watch/access.ts';
import type { Opened } from '../watch/opened.ts';
import { findFolder, messageAt, messagesOf } from './folder.ts';
import { wantOld } from './items.ts';
import { checkLately, listNew } from './list.ts';
import { takeWanted } from './take.ts';

/** How often it is asked what is new. */
const ROUND_MS = 30_000;

/** Opens a folder at Microsoft Graph. Nothing in it is changed, unless the mailbox's settings say that what was fetched is marked as read. */
export async function openByGraph(services: Services, access: Access): Promise<Opened> {
  if (access.url === null) throw new Error('Nobody has said where this mailbox is');
  const { url, username: user, mailbox_id: id } = access;
  const graph = openGraph(services, {
    ...{ url, user },
    token: () => accessToken(services, id),
    forget: () => forgetToken(services, id),
  });
  const folder = await findFolder(graph, access.folder);
  return {
    look: async () => {
      const { body } = await graph.json(`${messagesOf(folder)}?$select=id&$top=1`);
      const [first] = Array.isArray(body['value']) ? (body['value'] as { id?: unknown }[]) : [];
      // Whoever may list mails may not read them yet (Mail.ReadBasic).
      if (typeof first?.id === 'string') (await graph.stream(`${messageAt(first.id)}/$value`)).destroy();
      return `${folder.total} mails lie in ${folder.name}`;
    },
    read: async (at) => {
      if (at.take_since !== null && at.listing_since === null) await takeOldSince(services, at, at.take_since);
      if (await listNew(services, graph, folder, at)) return true;
      await checkLately(services, graph, folder, at);
      return takeWanted(services, graph, at);
    },
    wait: (signal) => setTimeout(ROUND_MS, undefined, { signal }).catch(() => {}),
    close: () => {},
  };
}

async function takeOldSince(services: Services, access: Access, since: string): Promise<void> {
  const place = { take_since: null, found_before: 0 };
  await withContext(services, RECEIVER, async (ctx) => {
    await wantOld(ctx, access.mailbox_id, since);
    await noteRead(ctx, access, place);
  });
  Object.assign(access, place);
}
