import { extractText, getDocumentProxy } from 'unpdf';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';

/** The words of a PDF, as a reader that searches it finds them. */
export async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}

/** Has somebody fetch a printed document. */
export async function fetchPdf(desk: Desk, { key }: Person, url: string) {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await desk.app.inject({ url: `/api/v1${url}`, headers });
  const { statusCode: status } = answer;
  return { status, headers: answer.headers, words: status === 200 ? await wordsOf(answer.rawPayload) : '' };
}
