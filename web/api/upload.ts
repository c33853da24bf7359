import { offlineProblem } from '#client/index.ts';
import { problemOf, speaking } from './client.ts';

/**
 * Sends one file, as a form has it. Throws what can be shown: what the server refused, or that it cannot be reached.
 * @param to a path of the API, `/api/v1/…`
 */
export async function upload<T>(to: string, file: File): Promise<T> {
  const form = new FormData();
  form.append('file', file);
  const answer = await fetch(to, { method: 'POST', headers: speaking(), body: form }).catch((cause: unknown) => {
    throw offlineProblem(cause);
  });
  if (!answer.ok) throw await problemOf(answer);
  // Cut off on its way back: whether it is there is not known, and without an id it is nobody's.
  return (await answer.json().catch((cause: unknown) => {
    throw offlineProblem(cause);
  })) as T;
}
