import { type Services, withContext } from '#platform/context/index.ts';
import { type Graph, GraphRefused, openGraph } from '#server/channels/graph/index.ts';
import type { Letter } from './compose.ts';
import { MAILER } from './mailer.ts';
import { mimeOf } from './mime.ts';
import type { MailServer } from './server.ts';
import { tokenSource } from './tokens.ts';

/** What goes along as files at most: Graph takes requests of 4 MB, and coding twice makes seven ninths more of them. */
export const MOST_GRAPH_FILE_BYTES = 2 * 1_048_576;

/** By which a mail is found again among what was sent, should Microsoft give it a Message-ID of its own. */
const MARK = 'X-Fettle-Mail';
/** The property by which a header of one's own is kept (MS-OXPROPS, PS_INTERNET_HEADERS). */
const MARK_PROPERTY = `String {00020386-0000-0000-C000-000000000046} Name ${MARK}`;

/** That a mailbox cannot be sent from at all, whatever the mail. */
export const GRAPH_TROUBLE = 'EGRAPH';

/**
 * Sends one letter by Microsoft Graph, as MIME, so that its Message-ID and what it answers go along. Microsoft keeps it among what was
 * sent, and there it is looked for before it is sent again. Throws `GraphRefused`, or an error with the code `GRAPH_TROUBLE`.
 */
export async function deliverByGraph(
  services: Services,
  { mailboxId }: MailServer,
  letter: Letter,
  again: boolean,
): Promise<string> {
  try {
    const graph = await graphOf(services, mailboxId ?? '');
    if (again && (await wasSent(services, graph, letter.messageId))) return 'It was sent before';
    const headers = { ...letter.headers, [MARK]: bare(letter.messageId) };
    const raw = await mimeOf(services, { ...letter, headers });
    await graph.post('/sendMail', 'text/plain', raw.toString('base64'));
    return 'Microsoft took it';
  } catch (error) {
    if (error instanceof GraphRefused) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Error(words, { cause: error }), { code: GRAPH_TROUBLE });
  }
}

async function graphOf(services: Services, mailboxId: string): Promise<Graph> {
  const source = tokenSource();
  const box = await withContext(services, MAILER, (ctx) => source.signedIn(ctx, mailboxId));
  if (!box?.url) throw new Error('The mailbox is not read by Microsoft Graph any more');
  return openGraph(services, {
    ...{ url: box.url, user: box.username },
    token: () => source.token(services, mailboxId),
    forget: () => source.forget(services, mailboxId),
  });
}

const bare = (messageId: string): string => messageId.replace(/^<|>$/g, '');
const inText = (text: string): string => text.replaceAll("'", "''");

/**
 * Whether a mail lies among what was sent: by its Message-ID, or by our own header where Microsoft gave it another. An application that
 * may send and not read cannot tell; the mail goes again then, under the same Message-ID.
 */
async function wasSent(services: Services, graph: Graph, messageId: string): Promise<boolean> {
  const isThere = async (filter: string) => {
    const query = `$filter=${encodeURIComponent(filter)}&$select=id&$top=1`;
    const { value } = (await graph.json(`/mailFolders/sentitems/messages?${query}`)).body;
    return Array.isArray(value) && value.length > 0;
  };
  try {
    return (
      (await isThere(`internetMessageId eq '${inText(messageId)}'`)) ||
      (await isThere(
        `singleValueExtendedProperties/Any(ep: ep/id eq '${MARK_PROPERTY}' and ep/value eq '${inText(bare(messageId))}')`,
      ))
    );
  } catch (error) {
    if (!(error instanceof GraphRefused) || error.status !== 403) throw error;
    services.log.warn({ err: error }, 'mail: it cannot be told whether a mail was sent before');
    return false;
  }
}
