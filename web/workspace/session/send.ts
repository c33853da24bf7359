import { type Answer, call, type Input, newKey, type Operation } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { freshly } from './fresh.ts';

/**
 * Does something for a form: asks who it is where the server wants a fresh proof, and reads again what it changed.
 * Throws the server's refusal, for the form to show.
 */
export async function send<O extends Operation>(
  operation: O,
  input: Input<O>,
  refresh: readonly Extract<Operation, `GET ${string}`>[] = [],
): Promise<Answer<O>> {
  const key = operation.startsWith('POST ') ? { idempotencyKey: newKey() } : {};
  const answer = await freshly(() => call(operation, input, key));
  await Promise.all(refresh.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));
  return answer;
}
