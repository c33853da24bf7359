import {
  type Answer,
  addressOf,
  type Bare,
  type Input,
  type Item,
  type Listing,
  type Loose,
  methodOf,
  type Operation,
} from './operation.ts';
import { UNREPEATABLE } from './operations.gen.ts';
import { offlineProblem, problemOf } from './problem.ts';
import { withRetries } from './retry.ts';

export type ClientOptions = {
  /** Where Fettle is, for example `https://desk.example`; none: where the page came from. */
  baseUrl?: string;
  /** An API key; none: the browser's cookie. */
  key?: string;
  /** How often a request is sent again that was refused for the moment or got no answer; 0 unless given. */
  retries?: number;
  /** Another way to send than the built-in one, for a proxy or a certificate of one's own. */
  fetch?: typeof fetch;
};

export type CallOptions = {
  signal?: AbortSignal;
  /** Makes a POST safe to send again: the same key gives the same answer. With `retries` each POST has one by itself. */
  idempotencyKey?: string;
  /** The request outlives the page it was made by. */
  keepalive?: boolean;
  /** A file, where an operation takes one: sent instead of a JSON body. */
  form?: FormData;
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
  const { baseUrl = '', key, retries = 0, fetch: way = (...request) => fetch(...request) } = options;
  const root = baseUrl.replace(/\/+$/, '');

  async function sendOnce<O extends Operation>(operation: O, input: Input<O>, given: CallOptions): Promise<Response> {
    const { body } = input as Loose;
    const { signal, idempotencyKey, form, keepalive } = given;
    const answer = await way(root + addressOf(operation, input), {
      method: methodOf(operation),
      headers: {
        accept: operation === 'GET /stream' ? 'text/event-stream' : 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(keepalive ? { keepalive } : {}),
    }).catch((error: unknown) => {
      throw signal?.aborted ? error : offlineProblem(error);
    });
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }

  function send<O extends Operation>(operation: O, input: Input<O>, given: CallOptions = {}): Promise<Response> {
    if (retries === 0) return sendOnce(operation, input, given);
    const method = methodOf(operation);
    const once = method === 'POST' ? { idempotencyKey: crypto.randomUUID(), ...given } : given;
    const repeatable = method === 'GET' || (method === 'POST' && !UNREPEATABLE.has(operation));
    return withRetries(() => sendOnce(operation, input, once), { retries, repeatable, signal: given.signal });
  }

  async function call<O extends Operation>(
    operation: O,
    input: Input<O> = {} as Input<O>,
    given: CallOptions = {},
  ): Promise<Answer<O>> {
    const answer = await send(operation, input, given);
    return (answer.status === 204 ? null : await answer.json()) as Answer<O>;
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
