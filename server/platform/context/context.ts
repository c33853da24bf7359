import type { Permission } from '#shared/permissions.ts';
import type { Hot, Scope, Tx } from '../database/index.ts';
import { Bulk } from './bulk.ts';
import type { Services } from './services.ts';

/** Who acts. For an API key the id is the staff member's and `name` says both. */
export type Actor = {
  readonly kind: 'staff' | 'contact' | 'system' | 'key';
  readonly id: string | null;
  readonly name: string;
};

/**
 * Where something comes from that happened elsewhere: the source's name, the record's reference there, and details of the entry.
 * It stands in every event as `imported`.
 */
export type History = { readonly source: string; readonly ref: string; readonly [detail: string]: unknown };

/** First argument of every command and query: the transaction, whose it is, and what time it is. */
export type Ctx = {
  readonly services: Services;
  readonly tx: Tx;
  readonly hot: Hot;
  readonly scope: Scope;
  readonly actor: Actor;
  /** The instant of this command (ISO 8601). An importer sets it to the time of the original event. */
  readonly now: string;
  readonly requestId: string;
  /** True where history is written in bulk: no live notices, no notifications to people. */
  readonly quiet: boolean;
  /** True where one person does a thing to many tickets: whoever gets some hears of them together, not of each. */
  readonly muted?: boolean;
  /** Set where a command records what happened elsewhere: rules about who may do what next step aside. Importers only. */
  readonly history?: History;
  /** Set where an importer writes much in one transaction: reads are kept, writes put off to its end. */
  readonly bulk?: Bulk;
  can(permission: Permission): boolean;
};

/** What a context is made from, besides the transaction. */
export type Identity = { scope: Scope; actor: Actor; permissions: ReadonlySet<Permission> | 'all' };

/** The program acting by itself, with every permission. */
export function systemIdentity(name: string): Identity {
  return {
    scope: { principal: 'system', principalId: null, allClients: true, clientIds: [] },
    actor: { kind: 'system', id: null, name },
    permissions: 'all',
  };
}

/** Runs `work` in one transaction as `identity`; the instant is the services' clock unless given. */
export function withContext<R>(
  services: Services,
  identity: Identity,
  work: (ctx: Ctx) => Promise<R>,
  options: { now?: string; requestId?: string; quiet?: boolean; bulk?: boolean } = {},
): Promise<R> {
  const { scope, actor, permissions } = identity;
  return services.db.as(scope, async (tx, hot) => {
    const bulk = options.bulk ? new Bulk() : undefined;
    const result = await work({
      services,
      tx,
      hot,
      scope,
      actor,
      now: options.now ?? services.now(),
      requestId: options.requestId ?? '',
      quiet: options.quiet ?? false,
      ...(bulk ? { bulk } : {}),
      can: (permission) => permissions === 'all' || permissions.has(permission),
    });
    await bulk?.finish();
    return result;
  });
}
