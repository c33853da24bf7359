import type { ImapFlow } from 'imapflow';
import type { Services } from '#platform/context/index.ts';
import type { Access } from '../watch/access.ts';
import type { Opened } from '../watch/opened.ts';
import { connectTo } from './connect.ts';
import { readNew } from './read.ts';

/** How long is waited for word of new mail before the folder is looked at all the same, and the lease renewed. */
const ROUND_MS = 60_000;

/** Opens a folder over IMAP, to be read and no more. */
export async function openByImap(services: Services, access: Access): Promise<Opened> {
  const client = await connectTo(services, access);
  try {
    const { exists } = await client.mailboxOpen(access.folder, { readOnly: true });
    return {
      look: async () => `${exists} mails lie in ${access.folder}`,
      read: async (at) => {
        await readNew(services, client, at);
        return false;
      },
      wait: (signal) => somethingNew(client, signal),
      close: () => client.close(),
    };
  } catch (error) {
    client.close();
    throw error;
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
    const timer = setTimeout(done, ROUND_MS);
    client.on('exists', done);
    client.on('close', done);
    signal.addEventListener('abort', done);
    if (signal.aborted || !client.usable) done();
  });
}
