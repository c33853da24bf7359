import { setTimeout } from 'node:timers/promises';
import { type Services, withContext } from '#platform/context/index.ts';
import { RECEIVER } from '../receiver.ts';
import { takeMail } from '../work.ts';
import {
  type Access,
  freeMailboxes,
  keepMailbox,
  leaveMailbox,
  MailboxLost,
  noteTrouble,
  STILL_HERE_MS,
  stayWithMailbox,
  takeMailbox,
} from './access.ts';
import { type Opened, openMailbox } from './opened.ts';
import { peaceAfter, troubleWords } from './trouble.ts';

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

/**
 * Watches one mailbox until it fails, its settings change, another has it, or `signal` says stop. It never rejects: what goes wrong is noted
 * with it.
 */
export async function watchOne(services: Services, id: string, signal: AbortSignal): Promise<void> {
  const access = await withContext(services, RECEIVER, (ctx) => takeMailbox(ctx, id));
  if (!access) return;
  const lost = new AbortController();
  const until = AbortSignal.any([signal, lost.signal]);
  // Also while much is read, or a server is slow: another may look only once nobody is there.
  const stay = setInterval(() => {
    withContext(services, RECEIVER, (ctx) => stayWithMailbox(ctx, access)).then(
      (mine) => mine || lost.abort(),
      (error) => services.log.info({ err: error, mailbox: id }, 'mail: it could not be said that a mailbox is watched'),
    );
  }, STILL_HERE_MS);
  let opened: Opened | undefined;
  try {
    opened = await openMailbox(services, access);
    for (let at: Access | null = access; at && !until.aborted; ) {
      const hasMore = await opened.read(at);
      const now: Access = at;
      at = await withContext(services, RECEIVER, (ctx) => keepMailbox(ctx, now));
      // Whoever writes should not wait for the worker's next round.
      await takeMail(services, signal);
      if (at && !hasMore) await opened.wait(until);
    }
    await withContext(services, RECEIVER, (ctx) => leaveMailbox(ctx, access));
  } catch (error) {
    if (error instanceof MailboxLost) return;
    services.log.warn({ err: error, mailbox: id }, 'mail: a mailbox cannot be read');
    await withContext(services, RECEIVER, (ctx) => noteTrouble(ctx, access, troubleWords(error), peaceAfter(error)));
  } finally {
    clearInterval(stay);
    opened?.close();
  }
}
