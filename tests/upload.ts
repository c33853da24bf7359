import type { Desk } from './desk.ts';

/** Sends a file as a browser's form does. `headers` say who. */
export const upload = (desk: Desk, clientId: string, headers: Record<string, string>, file: Sent): Promise<Answer> =>
  send(desk, `/clients/${clientId}/files`, headers, file);

/** A picture of one dot. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends a picture for the text of an article. */
export const uploadPicture = (
  desk: Desk,
  headers: Record<string, string>,
  file: Sent = { name: 'dot.png', content: DOT },
): Promise<Answer> => send(desk, '/article-files', headers, file);

/** Sends a logo or an icon for the portal of a client, or (null) of everybody. */
export const uploadLogo = (
  desk: Desk,
  clientId: string | null,
  headers: Record<string, string>,
  file: Sent,
): Promise<Answer> => send(desk, `/portal-images${clientId === null ? '' : `?clientId=${clientId}`}`, headers, file);

/** Sends the receipt of an expense. */
export const uploadReceipt = (
  desk: Desk,
  expenseId: string,
  headers: Record<string, string>,
  file: Sent = { name: 'receipt.png', content: DOT },
): Promise<Answer> => send(desk, `/expenses/${expenseId}/receipts`, headers, file);

type Sent = { name: string; content: string | Buffer; type?: string };
type Answer = { status: number; body: { id: string; name: string; mediaType: string; size: number }; text: string };

async function send(desk: Desk, url: string, headers: Record<string, string>, file: Sent): Promise<Answer> {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`;
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin', ...headers },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from('\r\n--edge--\r\n')]),
  });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
}
