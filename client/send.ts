import { type Answer, addressOf, type Input, type Loose, methodOf, type Operation } from './operation.ts';
import { offlineProblem, problemOf } from './problem.ts';

export type SenderOptions = {
  /** Where Fettle is, for example `https://desk.example`; none: where the page came from. */
  baseUrl?: string;
  /** An API key; none: the browser's cookie. */
  key?: string;
  /** Another way to send than the built-in one, for a proxy or a certificate of one's own. */
  fetch?: typeof fetch;
};

export type CallOptions = {
  signal?: AbortSignal;
  /** Makes a POST safe to send again: the same key gives the same answer. A client with `retries` gives each POST one by itself. */
  idempotencyKey?: string;
  /** The request outlives the page it was made by. */
  keepalive?: boolean;
  /** A file, where an operation takes one: sent instead of a JSON body. */
  form?: FormData;
};

/** Sends an operation once and gives the answer as it came. Throws `ApiProblem`. */
export type Sender = <O extends Operation>(operation: O, input: Input<O>, options?: CallOptions) => Promise<Response>;

/** Makes what sends to a server. */
export function createSender(options: SenderOptions = {}): Sender {
  const { baseUrl = '', key, fetch: way = (...request) => fetch(...request) } = options;
  const root = baseUrl.replace(/\/+$/, '');
  return async (operation, input, given = {}) => {
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
  };
}

/** What a server answered, read. */
export const answerOf = async <O extends Operation>(answer: Response): Promise<Answer<O>> =>
  (answer.status === 204 ? null : await answer.json()) as Answer<O>;
