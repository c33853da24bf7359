import { setTimeout } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { type Services, withContext } from '#platform/context/index.ts';
import { RECEIVER } from '../receiver.ts';
import { takeMail } from '../work.ts';
import { type Access, freeMailboxes, keepMailbox, leaveMailbox, noteTrouble, takeMailbox } from './access.ts';
import { connectTo, troubleWords } from './connect.ts';
import { readNew } from './read.ts';

/** How long is waited for word of new mail before the folder is looked at all the same, and the lease renewed. */
const ROUND_MS = 60_000;

/** How often it is looked for mailboxes that nobody watches. */
const LOOK_MS = 5_000;

/**
 * Sees to it that each mailbox is watched by somebody, here or in another process, until `signal` says stop: each is read whenever the
 * server tells of something new, and every minute at the latest.
 */
export async function watchMailboxes(services: Services, signal: AbortSignal): Promise<void> {
  const mine = new Map<string, Promise<void>>();
  while (!signal.aborted) {
    for (const id of await withContext(services, RECEIVER, freeMailboxes))
      if (!mine.has(id))
        mine.set(
          id,
          watchOne(services, id, signal).finally(() => mine.delete(id)),
        );
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => {});
  }
  await Promise.allSettled(mine.values());
}

/** Watches one mailbox until it fails, its settings change, or `signal` says stop. It never rejects: what goes wrong is noted with it. */
export async function watchOne(services: Services, id: string, signal: AbortSignal): Promise<void> {
  const access = await withContext(services, RECEIVER, (ctx) => takeMailbox(ctx, id));
  if (!access) return;
  let client: ImapFlow | undefined;
  try {
    client = await connectTo(services, access);
    await client.mailboxOpen(access.folder, { readOnly: true });
    for (let at: Access | null = access; at && !signal.aborted; ) {
      await readNew(services, client, at);
      const now: Access = at;
      at = await withContext(services, RECEIVER, (ctx) => keepMailbox(ctx, now));
      // Whoever writes should not wait for the worker's next round.
      await takeMail(services, signal);
      if (at) await somethingNew(client, signal);
    }
    await withContext(services, RECEIVER, (ctx) => leaveMailbox(ctx, id));
  } catch (error) {
    services.log.warn({ err: error, mailbox: id }, 'mail: a mailbox cannot be read');
    await withContext(services, RECEIVER, (ctx) => noteTrouble(ctx, id, troubleWords(error)));
  } finally {
    client?.close();
  }
}

/** Waits until the server tells of new mail, the round is over, the connection ends, or `signal` says stop. */
function somethingNew(client: ImapFlow, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      client.off('exists', done);
      client.off('close', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = globalThis.setTimeout(done, ROUND_MS);
    client.on('exists', done);
    client.on('close', done);
    signal.addEventListener('abort', done);
    if (signal.aborted || !client.usable) done();
  });
}
