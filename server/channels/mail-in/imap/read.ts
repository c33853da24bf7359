import type { ImapFlow, MailboxObject } from 'imapflow';
import { type Services, withContext } from '#platform/context/index.ts';
import { RECEIVER } from '../receiver.ts';
import { storeMail } from '../store.ts';
import { type Access, noteRead } from '../watch/access.ts';

const DAY_MS = 86_400_000;

/**
 * Reads what is new in an open folder. The first time it only looks where the folder ends: what lies there is counted and left alone until
 * somebody says since when it is to be taken. Nothing in the folder is changed, no mark either: people read the mailbox as well.
 */
export async function readNew(services: Services, client: ImapFlow, access: Access): Promise<void> {
  const box = client.mailbox;
  if (!box) throw new Error('The server has closed the folder');
  const validity = Number(box.uidValidity);
  if (access.uid_validity === null || access.last_uid === null) {
    await note(services, access, { uid_validity: validity, last_uid: await endOf(client), found_before: box.exists });
    return;
  }
  if (access.uid_validity !== validity) await readRenumbered(services, client, access, validity);
  if (access.take_since !== null) await readOld(services, client, access, access.take_since);
  const uids = (await found(client, { uid: `${access.last_uid + 1}:*` })).filter((uid) => uid > (access.last_uid ?? 0));
  for (const uid of uids) {
    await readOne(services, client, access, uid);
    await note(services, access, { last_uid: uid });
  }
}

/** What lay there before, since the instant that somebody named. */
async function readOld(services: Services, client: ImapFlow, access: Access, since: string): Promise<void> {
  for (const uid of await cameSince(client, since))
    if (uid <= (access.last_uid ?? 0)) await readOne(services, client, access, uid);
  await note(services, access, { take_since: null, found_before: 0 });
  access.take_since = null;
}

/**
 * The server has numbered the folder anew (RFC 3501, UIDVALIDITY), so nothing tells what is new. What came since the last look is read
 * again; what was taken then is known by what it says.
 */
async function readRenumbered(services: Services, client: ImapFlow, access: Access, validity: number): Promise<void> {
  const end = await endOf(client);
  const from = new Date(Date.parse(access.looked_at ?? services.now()) - DAY_MS).toISOString();
  const anew = { ...access, uid_validity: validity };
  for (const uid of await cameSince(client, from)) await readOne(services, client, anew, uid);
  await note(services, access, { uid_validity: validity, last_uid: end });
}

/** The number of the last mail in the folder. A server need not say which comes next (RFC 3501, section 6.3.1). */
async function endOf(client: ImapFlow): Promise<number> {
  const { uidNext } = client.mailbox as Partial<MailboxObject>;
  return uidNext ? uidNext - 1 : ((await found(client, { all: true })).at(-1) ?? 0);
}

/** Numbers of mails that came on the day of an instant or later, and not before the instant by the server's clock. */
async function cameSince(client: ImapFlow, since: string): Promise<number[]> {
  const days = await found(client, { since: new Date(Date.parse(since) - DAY_MS) });
  const late: number[] = [];
  for (const uid of days) {
    const mail = await client.fetchOne(String(uid), { internalDate: true }, { uid: true });
    if (mail && new Date(mail.internalDate ?? 0).getTime() >= Date.parse(since)) late.push(uid);
  }
  return late;
}

async function found(client: ImapFlow, query: object): Promise<number[]> {
  const uids = await client.search(query, { uid: true });
  return Array.isArray(uids) ? uids.sort((a, b) => a - b) : [];
}

async function readOne(services: Services, client: ImapFlow, access: Access, uid: number): Promise<void> {
  const download = await client.download(String(uid), undefined, { uid: true });
  // Somebody has moved or deleted it meanwhile.
  if (!('content' in download) || !download.content) return;
  await storeMail(services, {
    mailboxId: access.mailbox_id,
    via: 'imap',
    remoteKey: `${access.uid_validity}:${uid}`,
    content: download.content,
  });
}

async function note(services: Services, access: Access, place: Parameters<typeof noteRead>[2]): Promise<void> {
  await withContext(services, RECEIVER, (ctx) => noteRead(ctx, access, place));
  Object.assign(access, place);
}
