import type { Operations } from './operations.gen.ts';

/** An operation of the API by method and path below /api/v1, for example `GET /tickets/{idOrKey}`. */
export type Operation = keyof Operations;

/** What an operation answers. */
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
export type Input<O extends Operation> = Part<O, 'params'> & OptionalPart<O, 'query'> & OptionalPart<O, 'body'>;

/** An operation that can be called with nothing. */
export type Bare = { [O in Operation]: Record<string, never> extends Input<O> ? O : never }[Operation];

/** An operation that answers a page of a list. */
export type Listing = {
  [O in Operation]: Answer<O> extends { items: readonly unknown[]; nextCursor: string | null } ? O : never;
}[Operation] &
  `GET ${string}`;

/** What the pages of a list hold. */
export type Item<O extends Listing> = Answer<O> extends { items: (infer T)[] } ? T : never;

/** An input as it is when nobody knows which operation it is for. */
export type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/** The method of an operation. */
export const methodOf = (operation: Operation): string => operation.slice(0, operation.indexOf(' '));

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
