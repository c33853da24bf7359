import type { Operations } from './operations.gen.ts';
import { ApiProblem, offlineProblem } from './problem.ts';

export type Operation = keyof Operations;
export type Answer<O extends Operation> = Operations[O]['answer'];
type Part<O extends Operation, P extends string> = P extends keyof Operations[O]
  ? { [K in P]: Operations[O][P] }
  : unknown;
type OptionalPart<O extends Operation, P extends string> = P extends keyof Operations[O]
  ? Record<string, never> extends Operations[O][P]
    ? { [K in P]?: Operations[O][P] }
    : { [K in P]: Operations[O][P] }
  : unknown;

/** What an operation is given: the parameters of its path, its query and its body. */
export type Input<O extends Operation> = Part<O, 'params'> & OptionalPart<O, 'query'> & Part<O, 'body'>;

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
export type CallOptions = {
  signal?: AbortSignal;
  /** Makes a POST safe to send again: the same key gives the same answer. */
  idempotencyKey?: string;
  /** Sent even while the page is being left. */
  keepalive?: boolean;
};

/** The address of an operation with its path and query filled in; lists repeat their name. */
export function addressOf<O extends Operation>(operation: O, input: Input<O>): string {
  const { params = {}, query = {} } = input as Loose;
  const path = operation.slice(operation.indexOf(' ') + 1);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return `/api/v1${filled}${text ? `?${text}` : ''}`;
}

/** Makes a client for a server: the web app's own has no base and signs in by cookie, a program's has both. */
export function createClient({ baseUrl = '', key }: { baseUrl?: string; key?: string } = {}) {
  return async function call<O extends Operation>(
    operation: O,
    input: Input<O>,
    options: CallOptions = {},
  ): Promise<Answer<O>> {
    const { body } = input as Loose;
    const answer = await fetch(baseUrl + addressOf(operation, input), {
      method: operation.slice(0, operation.indexOf(' ')),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { authorization: `Bearer ${key}` } : {}),
        ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
    }).catch((error: unknown) => {
      throw options.signal?.aborted ? error : offlineProblem();
    });
    if (!answer.ok) throw await problemOf(answer);
    if (answer.status === 204) return null as Answer<O>;
    return (await answer.json()) as Answer<O>;
  };
}

/** What a refused request says, whoever refused it. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  const said: unknown = await answer.json().catch(() => null);
  const problem = typeof said === 'object' && said !== null ? said : {};
  return new ApiProblem({ ...problem, status: answer.status }, Number.isFinite(seconds) ? seconds : null);
}

/** Calls the server this page came from. */
export const call = createClient();
