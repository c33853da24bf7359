import type { Static, TSchema } from 'typebox';
import { type Ctx, readOnce } from '../context/index.ts';
import type { Setting, SettingLevel } from './registry.ts';

export type Source = { level: SettingLevel | 'default'; id: string | null; name: string };
export type Step<T> = { source: Source; value: T; version: number | null };
export type Resolved<T> = { value: T; source: Source; chain: Step<T>[] };

/** Every override along provider → group → client for one client, one group, or the provider alone, nearest last: they are few. */
const CHAIN = `
select s.key, s.value, s.version,
       case when s.client_id is not null then 'client' when s.group_id is not null then 'group' else 'provider' end as level,
       coalesce(s.client_id, s.group_id) as id, coalesce(c.name, g.name) as name
from settings s
left join clients c on c.id = s.client_id
left join client_groups g on g.id = s.group_id
where (s.client_id is null and s.group_id is null) or s.client_id = $1::uuid
  or s.group_id = coalesce($2::uuid, (select group_id from clients where id = $1::uuid))
order by case when s.client_id is not null then 2 when s.group_id is not null then 1 else 0 end`;

/** The same for many clients. */
const CHAINS = `
select k.id as "for", s.key, s.value, s.version,
       case when s.client_id is not null then 'client' when s.group_id is not null then 'group' else 'provider' end as level,
       coalesce(s.client_id, s.group_id) as id, coalesce(c.name, g.name) as name
from clients k join settings s on (s.client_id is null and s.group_id is null) or s.client_id = k.id or s.group_id = k.group_id
left join clients c on c.id = s.client_id
left join client_groups g on g.id = s.group_id
where k.id = any ($1::uuid[])
order by case when s.client_id is not null then 2 when s.group_id is not null then 1 else 0 end`;

type Row = {
  key: string;
  value: unknown;
  version: number;
  level: SettingLevel;
  id: string | null;
  name: string | null;
};
const NAMES: Readonly<Record<SettingLevel, string>> = {
  provider: 'Provider',
  group: 'Client group',
  client: 'Client',
};

/** What a setting is for a client (null: for the provider), where that comes from, and every step of the inheritance. */
export async function resolveSetting<S extends TSchema>(
  ctx: Ctx,
  setting: Setting<S>,
  clientId: string | null,
): Promise<Resolved<Static<S>>> {
  const [resolved] = await resolveMany(ctx, [setting as unknown as Setting], { clientId });
  return resolved as Resolved<Static<S>>;
}

type ResolvedAll<T extends readonly unknown[]> = {
  [K in keyof T]: T[K] extends Setting<infer S> ? Resolved<Static<S>> : never;
};

/** Reads the settings of many clients at once: whoever asks for one of these in this transaction has them already. */
export async function readSettingsOf(ctx: Ctx, clientIds: readonly string[]): Promise<void> {
  if (clientIds.length === 0) return;
  const rows = await ctx.hot<Row & { for: string }>('settings_chains', CHAINS, [clientIds]);
  const chains = Map.groupBy(rows, (row) => row.for);
  for (const id of clientIds) void readOnce(ctx, onceOf([id, null]), async () => chains.get(id) ?? []);
}

/** The same for several settings, in their order. */
export async function resolveSettings<const T extends readonly unknown[]>(
  ctx: Ctx,
  settings: T,
  clientId: string | null,
): Promise<ResolvedAll<T>> {
  return (await resolveMany(ctx, settings as readonly Setting[], { clientId })) as ResolvedAll<T>;
}

const onceOf = (at: readonly (string | null)[]) => `settings ${at}`;

/** The same at any place: a client, a group, or (neither) the provider. */
export async function resolveMany(
  ctx: Ctx,
  settings: readonly Setting[],
  place: { clientId?: string | null; groupId?: string | null },
): Promise<Resolved<unknown>[]> {
  const at = [place.clientId ?? null, place.groupId ?? null];
  const rows = await readOnce(ctx, onceOf(at), () => ctx.hot<Row>('settings_chain', CHAIN, at));
  return settings.map((setting) => {
    const builtIn: Step<unknown> = {
      source: { level: 'default', id: null, name: 'Built in' },
      value: setting.default,
      version: null,
    };
    const overrides = rows
      .filter((row) => row.key === setting.key)
      .map((row) => ({
        source: { level: row.level, id: row.id, name: row.name ?? NAMES[row.level] },
        value: row.value,
        version: row.version,
      }));
    const nearest = overrides.at(-1) ?? builtIn;
    return { value: nearest.value, source: nearest.source, chain: [builtIn, ...overrides] };
  });
}
