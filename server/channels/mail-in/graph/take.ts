import { Fault } from '#kernel/errors.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { type Graph, GraphRefused, withPatience } from '#server/channels/graph/index.ts';
import { RECEIVER } from '../receiver.ts';
import { storeMail } from '../store.ts';
import type { Access } from '../watch/access.ts';
import { troubleWords } from '../watch/trouble.ts';
import { messageAt } from './folder.ts';
import { noteDone, noteStuck, type Wanted, wantedItems } from './items.ts';

/** So many mails are fetched, or for so long, before the lease is renewed and what came is worked on. */
const BATCH = 50;
const BATCH_MS = 45_000;

/** Fetches what is wanted, each as it came, kept before it is noted as fetched. Answers whether there is more. */
export async function takeWanted(services: Services, graph: Graph, access: Access): Promise<boolean> {
  const id = access.mailbox_id;
  const wanted = await withContext(services, RECEIVER, (ctx) => wantedItems(ctx, id, BATCH));
  const until = Date.now() + BATCH_MS;
  const marks: Marks = { wanted: access.mark_read, refused: null };
  let taken = 0;
  for (const item of wanted) {
    if (Date.now() > until) break;
    await takeOne(services, graph, id, item, marks);
    taken++;
  }
  // Told only now: what cannot be marked is taken all the same.
  if (marks.refused) throw marks.refused;
  return taken < wanted.length || wanted.length === BATCH;
}

/** Whether what was fetched is marked as read, and why that could not be done. */
type Marks = { wanted: boolean; refused: unknown };

async function takeOne(services: Services, graph: Graph, mailboxId: string, item: Wanted, marks: Marks): Promise<void> {
  const remoteKey = `graph:${item.item_id}`;
  try {
    await withPatience(async () => {
      const content = await graph.stream(`${messageAt(item.item_id)}/$value`);
      await storeMail(services, { mailboxId, via: 'graph', remoteKey, content });
    });
  } catch (error) {
    // Somebody has deleted it meanwhile.
    if (isGone(error)) return withContext(services, RECEIVER, (ctx) => noteDone(ctx, mailboxId, item.item_id));
    if (isTheMailboxes(error)) throw error;
    services.log.warn({ err: error, mailbox: mailboxId, item: item.item_id }, 'mail: one cannot be fetched');
    await withContext(services, RECEIVER, (ctx) => noteStuck(ctx, mailboxId, item, troubleWords(error)));
    // A line that breaks may be this mail's fault or not: the others are tried first next time.
    if (!isItsOwn(error)) throw error;
    return;
  }
  if (marks.wanted && !marks.refused)
    await graph.change(messageAt(item.item_id), { isRead: true }).catch((error: unknown) => {
      if (!isGone(error)) marks.refused = error;
    });
  await withContext(services, RECEIVER, (ctx) => noteDone(ctx, mailboxId, item.item_id));
}

const isGone = (error: unknown) => error instanceof GraphRefused && error.status === 404;

const OF_THE_MAILBOX = new Set([401, 403, 429, 503]);

/** Whether no other mail can be fetched either: the whole mailbox is refused, or there is no room. */
const isTheMailboxes = (error: unknown) =>
  error instanceof GraphRefused
    ? OF_THE_MAILBOX.has(error.status)
    : error instanceof Fault && error.code === 'insufficient_storage';

/** Whether another mail may well be fetched: this one is too large, or is refused for itself. */
const isItsOwn = (error: unknown) =>
  error instanceof GraphRefused || (error instanceof Fault && error.code === 'too_large');
