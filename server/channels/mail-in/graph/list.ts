import { type Services, withContext } from '#platform/context/index.ts';
import { type Graph, GraphRefused, type Told } from '#server/channels/graph/index.ts';
import { RECEIVER } from '../receiver.ts';
import { type Access, noteRead, type ReadUpTo } from '../watch/access.ts';
import { type Folder, messagesOf } from './folder.ts';
import { noteListed } from './items.ts';
import { readPage } from './page.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const PAGE_SIZE = 200;
/** So many pages are listed before what is wanted is fetched. */
const PAGES = 20;
const FIELDS = '$select=id,receivedDateTime,isDraft';

/**
 * Lists what has come since the last listing (delta query), page by page, each noted together with the link that leads on. The first
 * time, and where the server has lost how far we were, everything is listed anew: what is known stays as it is, and of the rest only
 * what came since the last look is to be fetched. Answers whether there are more pages.
 */
export async function listNew(services: Services, graph: Graph, folder: Folder, access: Access): Promise<boolean> {
  for (let pages = 0; pages < PAGES; pages++) {
    const page = await pageAt(services, graph, folder, access);
    if (page === 'lost') continue;
    const { items, next, end } = readPage(page.body);
    const link = next ?? end;
    if (link === null) throw new Error('Microsoft Graph answered a listing without a link that leads on');
    if (next !== null && next === access.page_link)
      throw new Error('Microsoft Graph answered a page that leads to itself');
    await note(services, access, items, { page_link: link, ...(next === null ? { listing_since: null } : {}) });
    if (next === null) return false;
  }
  return true;
}

/** The next page. `lost`: the server does not know the link any more, and everything is to be listed anew. */
async function pageAt(services: Services, graph: Graph, folder: Folder, access: Access): Promise<Told | 'lost'> {
  const { page_link: link } = access;
  const begin = `${messagesOf(folder)}/delta?${FIELDS}`;
  if (link === null) {
    const page = await graph.json(begin, { pageSize: PAGE_SIZE });
    access.listing_since ??= beginningOf(access, page.at ?? services.now());
    return page;
  }
  try {
    return await graph.json(link, { pageSize: PAGE_SIZE });
  } catch (error) {
    if (!isLost(error)) throw error;
    services.log.info({ err: error, mailbox: access.mailbox_id }, 'mail: a mailbox is listed anew');
    await note(services, access, [], { page_link: null, listing_since: beginningOf(access, services.now()) });
    return 'lost';
  }
}

const LOST = /^(syncStateNotFound|syncStateInvalid|resyncRequired)$/i;
const isLost = (error: unknown) =>
  error instanceof GraphRefused && (error.status === 410 || LOST.test(error.code)) && !error.isPassing;

/** From when on mail counts as new where everything is listed: now, or a day before the last look, since clocks differ. */
function beginningOf({ found_before, looked_at, listing_since }: Access, now: string): string {
  if (found_before === null) return listing_since ?? now;
  return listing_since ?? new Date(Date.parse(looked_at ?? now) - DAY_MS).toISOString();
}

/**
 * Once an hour, whether what came in the last two days is all known: a mail that was moved away and back between two looks is in no delta.
 */
export async function checkLately(services: Services, graph: Graph, folder: Folder, access: Access): Promise<void> {
  const now = Date.parse(services.now());
  if (access.checked_at !== null && now - Date.parse(access.checked_at) < HOUR_MS) return;
  const since = new Date(now - 2 * DAY_MS).toISOString();
  const query = `$filter=receivedDateTime%20ge%20${since}&$orderby=receivedDateTime&${FIELDS}&$top=${PAGE_SIZE}`;
  let link: string | null = access.checked_at === null ? null : `${messagesOf(folder)}?${query}`;
  const seen = new Set<string>();
  while (link !== null && !seen.has(link)) {
    seen.add(link);
    const { items, next } = readPage((await graph.json(link)).body);
    await note(services, access, items, {});
    link = next;
  }
  await note(services, access, [], { checked_at: services.now() });
}

async function note(
  services: Services,
  access: Access,
  items: ReturnType<typeof readPage>['items'],
  place: ReadUpTo,
): Promise<void> {
  await withContext(services, RECEIVER, async (ctx) => {
    const old = await noteListed(ctx, access.mailbox_id, items, access.listing_since);
    const isOver = 'listing_since' in place && place.listing_since === null;
    const found = (access.found_before ?? 0) + old;
    const counted = old > 0 || isOver ? { found_before: found } : {};
    const upTo = { listing_since: access.listing_since, ...counted, ...place };
    await noteRead(ctx, access, upTo);
    Object.assign(access, upTo);
  });
}
