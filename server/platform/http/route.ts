import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static, type TObject, type TSchema } from 'typebox';
import { ALL_PERMISSIONS, type Permission } from '#shared/permissions.ts';
import type { Ctx, Identity, Services } from '../context/index.ts';
import type { JsonText } from './json-text.ts';
import type { Session } from './session.ts';

/**
 * 'public': nobody needs to be signed in. 'authenticated': any staff member. 'anyone': staff or contact, each under their own
 * scope; such a route also says by `staff` which permission staff and keys need, since a contact has none. 'contact': a client's person.
 */
export type Access = Permission | 'public' | 'authenticated' | 'anyone' | 'contact';

type Shape<S extends TSchema | undefined> = S extends TSchema ? Static<S> : undefined;

/** What a handler is given: validated parts of the request. */
export type Input<P, Q, B> = {
  params: P;
  query: Q;
  body: B;
  request: FastifyRequest;
  reply: FastifyReply;
};

export type RouteOptions<
  P extends TObject | undefined,
  Q extends TObject | undefined,
  B extends TSchema | undefined,
  R extends TSchema,
> = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path below the root, with Fastify's `:name` parameters. */
  url: string;
  access: Access;
  /** With access 'anyone': the permission that staff and keys need, or 'any' where being signed in is enough. */
  staff?: Permission | 'any';
  /**
   * Whose scope the transaction has, where a command must see more than its caller may (a contact's reply tells staff). The
   * handler then checks itself what the caller may touch.
   */
  under?: (caller: Identity) => Identity;
  /** One sentence: what it does, for the API reference. */
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Schema of the answer with `status`; undeclared fields are dropped on the way out. */
  response: R;
  /** 302 and, after a POST, 303: the handler sets the Location header itself; for addresses that a browser opens, not for programs. */
  status?: 200 | 201 | 202 | 204 | 302 | 303;
  /** The body is multipart/form-data with a file in the field "file". */
  takesFile?: true;
  /**
   * A form that another site makes a browser send is taken here, and nothing but forms: for where an identity provider sends people back
   * by POST, or a mail program stops a list's mail. Whoever sends it is nobody, whatever cookies or keys come with it. A reviewed list of
   * such routes is held by a test.
   */
  takesForeignForm?: true;
  /** How often one of a client's people may ask for it in a minute; as often as for anything unless given. */
  perMinute?: number;
  /** Bytes a body may have; 1 MiB unless given. */
  bodyLimit?: number;
};

type TransactionHandler<P, Q, B, R> = (ctx: Ctx, input: Input<P, Q, B>) => Promise<R | JsonText<R>>;
type FreeHandler<P, Q, B, R> = (services: Services, input: Input<P, Q, B> & { session: Session | null }) => Promise<R>;

/** A route as the assembly sees it. */
export type Route = {
  options: RouteOptions<TObject | undefined, TObject | undefined, TSchema | undefined, TSchema>;
  handler?: TransactionHandler<unknown, unknown, unknown, unknown>;
  free?: FreeHandler<unknown, unknown, unknown, unknown>;
};

/** A route whose handler runs inside one transaction under the caller's scope. The usual kind. */
export function defineRoute<
  R extends TSchema,
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(options: RouteOptions<P, Q, B, R>, handler: TransactionHandler<Shape<P>, Shape<Q>, Shape<B>, Static<R>>): Route {
  return { options: options as Route['options'], handler: handler as NonNullable<Route['handler']> };
}

/** A route that opens its own transactions or none: sign-in, streams, up- and downloads. One that sends by itself returns the reply. */
export function defineFreeRoute<
  R extends TSchema,
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(options: RouteOptions<P, Q, B, R>, free: FreeHandler<Shape<P>, Shape<Q>, Shape<B>, Static<R>>): Route {
  return { options: options as Route['options'], free: free as NonNullable<Route['free']> };
}

/** The answer of a route that has nothing to say. */
export const Nothing = Type.Null();

/** Refuses a route that says not who may call it, or promises no shape of its answer: found when registering, not when running. */
export function checkRoute({ options }: Route): void {
  const where = `${options.method} ${options.url}`;
  const allowed: readonly string[] = ['public', 'authenticated', 'anyone', 'contact', ...ALL_PERMISSIONS];
  if (!allowed.includes(options.access)) throw new Error(`${where} declares no known permission`);
  if ((options.access === 'anyone') !== (options.staff !== undefined))
    throw new Error(`${where} must say by "staff" what staff need when access is "anyone", and only then`);
  if (options.staff !== undefined && options.staff !== 'any' && !allowed.includes(options.staff))
    throw new Error(`${where} declares no known permission for staff`);
  if (options.takesForeignForm && (options.access !== 'public' || options.method !== 'POST'))
    throw new Error(`${where} takes forms of other sites, so it must be a POST for nobody in particular`);
  if (!options.response) throw new Error(`${where} has no response schema`);
  if (!options.summary || !options.tag) throw new Error(`${where} has no summary or tag`);
}
