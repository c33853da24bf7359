import { newKey } from './new-key.ts';
import {
  type Answer,
  type Bare,
  type Input,
  type Item,
  type Listing,
  type Loose,
  methodOf,
  type Operation,
} from './operation.ts';
import { UNREPEATABLE } from './operations.gen.ts';
import { withRetries } from './retry.ts';
import { answerOf, type CallOptions, createSender, type SenderOptions } from './send.ts';

export type ClientOptions = SenderOptions & {
  /** How often a request is sent again that was refused for the moment or got no answer; 0 unless given. */
  retries?: number;
};

export type Client = {
  /** Calls an operation and answers what it says. Throws `ApiProblem`. */
  call<O extends Bare>(operation: O): Promise<Answer<O>>;
  call<O extends Operation>(operation: O, input: Input<O>, options?: CallOptions): Promise<Answer<O>>;
  /** The same with the answer as it came, for files and the live stream. */
  send<O extends Operation>(operation: O, input: Input<O>, options?: CallOptions): Promise<Response>;
  /** Everything of a list, read page by page as it is needed. */
  all<O extends Listing>(operation: O, input: Input<O>, options?: CallOptions): AsyncGenerator<Item<O>, void>;
};

/** Makes a client for a server. Nothing is sent until something is called. */
export function createClient(options: ClientOptions = {}): Client {
  const { retries = 0, ...way } = options;
  const sendOnce = createSender(way);

  function send<O extends Operation>(operation: O, input: Input<O>, given: CallOptions = {}): Promise<Response> {
    if (retries === 0) return sendOnce(operation, input, given);
    const method = methodOf(operation);
    const once = method === 'POST' ? { idempotencyKey: newKey(), ...given } : given;
    const repeatable = method === 'GET' || (method === 'POST' && !UNREPEATABLE.has(operation));
    return withRetries(() => sendOnce(operation, input, once), { retries, repeatable, signal: given.signal });
  }

  async function call<O extends Operation>(
    operation: O,
    input: Input<O> = {} as Input<O>,
    given: CallOptions = {},
  ): Promise<Answer<O>> {
    return answerOf<O>(await send(operation, input, given));
  }

  async function* all<O extends Listing>(operation: O, input: Input<O>, given: CallOptions = {}) {
    const { query, ...rest } = input as Loose;
    for (let cursor: string | null = ''; cursor !== null; ) {
      const at = { ...rest, query: { ...query, ...(cursor ? { cursor } : {}) } };
      const page = (await call(operation, at as unknown as Input<O>, given)) as {
        items: Item<O>[];
        nextCursor: string | null;
      };
      yield* page.items;
      cursor = page.nextCursor;
    }
  }

  return { call, send, all };
}
