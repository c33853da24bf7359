import type { Graph } from '#server/channels/graph/index.ts';

/** A folder of a mailbox. `total`: mails in it. */
export type Folder = { id: string; name: string; total: number };

const INBOX = /^inbox$/i;
/** An id of OData may stand in a path only so. */
const inPath = (id: string) => encodeURIComponent(id);
const inText = (name: string) => encodeURIComponent(name.replaceAll("'", "''"));

/**
 * Finds a folder by its name; one inside another by both, `Support/New`. "Inbox" is the inbox in whatever language the mailbox speaks.
 * Throws where there is none.
 */
export async function findFolder(graph: Graph, path: string): Promise<Folder> {
  if (INBOX.test(path)) return folderIn((await graph.json('/mailFolders/inbox')).body, 'Inbox');
  let at = '/mailFolders';
  let found: Folder | null = null;
  for (const name of path.split('/').map((part) => part.trim())) {
    const { body } = await graph.json(`${at}?$filter=displayName%20eq%20'${inText(name)}'&$top=2`);
    const [first] = Array.isArray(body['value']) ? body['value'] : [];
    if (!first) throw new Error(`There is no folder ${path} in this mailbox`);
    found = folderIn(first as Record<string, unknown>, name);
    at = `/mailFolders/${inPath(found.id)}/childFolders`;
  }
  return found as Folder;
}

function folderIn(body: Record<string, unknown>, name: string): Folder {
  const { id, totalItemCount: total } = body;
  if (typeof id !== 'string' || id === '') throw new Error(`Microsoft Graph told nothing about the folder ${name}`);
  return { id, name, total: typeof total === 'number' ? total : 0 };
}

/** Where the messages of a folder are asked for. */
export const messagesOf = (folder: Folder): string => `/mailFolders/${inPath(folder.id)}/messages`;
/** Where one message is asked for. */
export const messageAt = (id: string): string => `/messages/${inPath(id)}`;
