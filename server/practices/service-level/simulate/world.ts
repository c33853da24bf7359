import type { Static } from 'typebox';
import type { PriorityRules } from '#kernel/priority.ts';
import { DEFAULT_PRIORITY_RULES } from '#kernel/priority.ts';

import type { Ctx } from '#platform/context/index.ts';
import type { CalendarTerms, Hours, Place } from '../calendars.ts';
import type { ChainPolicy } from '../chain.ts';
import { HOURS } from '../settings.ts';

/** A policy with the place that it belongs to. */
export type WorldPolicy = ChainPolicy & { readonly clientId: string | null; readonly groupId: string | null };
/** A value set at a place; neither id: everybody's. */
export type Placed<T> = { readonly clientId: string | null; readonly groupId: string | null; readonly value: T };

export type WorldClient = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly groupId: string | null;
  readonly group: string | null;
  readonly country: string;
  readonly region: string;
  readonly timeZone: string;
};

/** All that decides what is promised and what priority a ticket has, as it is in force or as a draft would have it. */
export type World = {
  readonly now: string;
  readonly clients: ReadonlyMap<string, WorldClient>;
  readonly siteZones: ReadonlyMap<string, string>;
  readonly policies: readonly WorldPolicy[];
  readonly hours: readonly Placed<Hours>[];
  readonly priorities: readonly Placed<PriorityRules>[];
  readonly calendars: ReadonlyMap<string, { readonly name: string; readonly terms: CalendarTerms }>;
  readonly names: {
    readonly categories: ReadonlyMap<string, string>;
    readonly teams: ReadonlyMap<string, string>;
    readonly services: ReadonlyMap<string, string>;
    readonly vips: ReadonlySet<string>;
  };
};

/** What is in force now for every client that the reader sees. */
export async function loadWorld(ctx: Ctx): Promise<World> {
  const ask = <R extends object>(name: string, text: string, values: unknown[] = []) => ctx.hot<R>(name, text, values);
  const clients = await ask<WorldClient>('world_clients', CLIENTS);
  const sites = await ask<{ id: string; zone: string }>('world_sites', SITES);
  const policies = await ask<WorldPolicy>('world_policies', POLICIES, [ctx.now]);
  const settings = await ask<Placed<unknown> & { key: string }>('world_settings', SETTINGS);
  const calendars = await ask<{ id: string; name: string; terms: CalendarTerms }>('world_calendars', CALENDARS);
  const names = await ask<{ kind: string; id: string; name: string }>('world_names', NAMES);
  const named = (kind: string) => new Map(names.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]));
  const placed = <T>(key: string) => settings.filter((row) => row.key === key) as unknown as Placed<T>[];
  return {
    now: ctx.now,
    clients: new Map(clients.map((client) => [client.id, client])),
    siteZones: new Map(sites.map(({ id, zone }) => [id, zone])),
    policies,
    hours: placed<Hours>(HOURS.key),
    priorities: placed<PriorityRules>('ticket.priority'),
    calendars: new Map(calendars.map(({ id, name, terms }) => [id, { name, terms }])),
    names: {
      categories: named('category'),
      teams: named('team'),
      services: named('service'),
      vips: new Set(named('vip').keys()),
    },
  };
}

const CLIENTS = `
select c.id, c.name, c.code, c.group_id as "groupId", g.name as "group", c.country, c.region, c.time_zone as "timeZone"
from clients c left join client_groups g on g.id = c.group_id`;
const SITES = 'select id, time_zone as zone from sites where time_zone is not null';
const POLICIES = `
select p.id as "policyId", p.client_id as "clientId", p.group_id as "groupId", v.number, p.name, '' as place, v.position, v.terms,
  case when p.client_id is not null then 'client' when p.group_id is not null then 'group' else 'provider' end as level
from sla_policies p
join lateral (
  select v.number, v.position, v.terms from sla_policy_versions v
  where v.policy_id = p.id and v.from_at <= $1 and v.taken_back_at is null
  order by v.from_at desc, v.number desc limit 1) v on v.terms is not null`;
const SETTINGS = `
select key, client_id as "clientId", group_id as "groupId", value from settings where key in ('sla.hours', 'ticket.priority')`;
const CALENDARS = 'select id, name, terms from sla_calendars';
const NAMES = `
select 'category' as kind, id, path as name from categories
union all select 'team', id, name from teams
union all select 'service', id, name from services
union all select 'vip', id, '' from contacts where vip`;

/** What is set for a client: its own, else its group's, else everybody's, else what is built in. */
function nearest<T>(values: readonly Placed<T>[], client: WorldClient, builtIn: T): T {
  const at = (test: (one: Placed<T>) => boolean) => values.find(test)?.value;
  return (
    at(({ clientId }) => clientId === client.id) ??
    at(({ groupId }) => groupId !== null && groupId === client.groupId) ??
    at(({ clientId, groupId }) => clientId === null && groupId === null) ??
    builtIn
  );
}

export const hoursOf = (world: World, client: WorldClient): Hours =>
  nearest(world.hours, client, HOURS.default as Static<(typeof HOURS)['schema']>);
export const rulesOf = (world: World, client: WorldClient): PriorityRules =>
  nearest(world.priorities, client, DEFAULT_PRIORITY_RULES);

export const placeOf = (world: World, client: WorldClient, siteId: string | null): Place => ({
  timeZone: (siteId === null ? undefined : world.siteZones.get(siteId)) ?? client.timeZone,
  country: client.country,
  region: client.region,
});
