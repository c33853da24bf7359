import type { Desk } from './desk.ts';

/** Sends a file as a browser's form does. `headers` say who. */
export async function upload(
  desk: Desk,
  clientId: string,
  headers: Record<string, string>,
  file: { name: string; content: string | Buffer; type?: string },
): Promise<{ status: number; body: { id: string; name: string; mediaType: string; size: number }; text: string }> {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`;
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/v1/clients/${clientId}/files`,
    headers: { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin', ...headers },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from('\r\n--edge--\r\n')]),
  });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
}
