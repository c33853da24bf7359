import {
  type Answer,
  answerOf,
  type CallOptions,
  type Client,
  createSender,
  type Input,
  type Operation,
} from '#client/index.ts';
import { wordsStore } from '#web/ui/words/words.ts';

export { type Answer, type Input, type Item, type Listing, newKey, type Operation, problemOf } from '#client/index.ts';

/** In which language the server is to answer: the page's, and not the browser's. */
export const speaking = (): { 'accept-language': string } => ({ 'accept-language': wordsStore.get().language });

/** Sends to the server this page came from; the cookie says who calls. What is worth another try is known to who asks. */
const send = createSender({
  fetch: (address, init) => fetch(address, { ...init, headers: { ...(init?.headers as object), ...speaking() } }),
});

/** Calls the server this page came from and gives its answer. Throws `ApiProblem`. */
export const call: Client['call'] = async <O extends Operation>(
  operation: O,
  input: Input<O> = {} as Input<O>,
  options: CallOptions = {},
): Promise<Answer<O>> => answerOf<O>(await send(operation, input, options));
