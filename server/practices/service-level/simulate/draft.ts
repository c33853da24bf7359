import type { PriorityRules } from '#kernel/priority.ts';
import type { PolicyTerms } from '#kernel/service-level.ts';
import type { SimulationDraft } from '#shared/simulation.ts';
import type { Hours } from '../calendars.ts';
import type { Placed, World, WorldPolicy } from './world.ts';

/** The world as a draft would have it. */
export function withDraft(world: World, draft: SimulationDraft): World {
  return {
    ...world,
    policies: (draft.policies ?? []).reduce(withPolicy, world.policies),
    hours: (draft.hours ?? []).reduce((all, { value, ...at }) => put(all, at, value as Hours), world.hours),
    priorities: (draft.priorities ?? []).reduce(
      (all, { value, ...at }) => put(all, at, value as unknown as PriorityRules),
      world.priorities,
    ),
    calendars: new Map([
      ...world.calendars,
      ...(draft.calendars ?? []).map(
        ({ id, terms }) => [id, { name: world.calendars.get(id)?.name ?? '', terms }] as const,
      ),
    ]),
  };
}

type At = { clientId?: string; groupId?: string };

function put<T>(
  all: readonly Placed<T>[],
  { clientId = null, groupId = null }: { clientId?: string | null; groupId?: string | null },
  value: T,
) {
  return [...all.filter((one) => one.clientId !== clientId || one.groupId !== groupId), { clientId, groupId, value }];
}

function withPolicy(
  all: readonly WorldPolicy[],
  draft: At & { id?: string; name?: string; position?: number; terms: unknown },
  index: number,
): WorldPolicy[] {
  const known = all.find(({ policyId }) => policyId === draft.id);
  const others = all.filter((one) => one !== known);
  if (draft.terms === null) return others;
  const clientId = known ? known.clientId : (draft.clientId ?? null);
  const groupId = known ? known.groupId : (draft.groupId ?? null);
  return [
    ...others,
    {
      policyId: draft.id ?? `draft ${index}`,
      clientId,
      groupId,
      number: (known?.number ?? 0) + 1,
      name: draft.name ?? known?.name ?? 'Draft',
      level: clientId ? 'client' : groupId ? 'group' : 'provider',
      place: '',
      position: draft.position ?? known?.position ?? 0,
      terms: draft.terms as PolicyTerms,
    },
  ];
}

/** Whose tickets a draft may judge otherwise: null where it reaches everybody. */
export function reachedBy(
  world: World,
  { policies = [], hours = [], calendars = [], priorities = [] }: SimulationDraft,
): string[] | null {
  if (calendars.length > 0) return null;
  const reached = new Set<string>();
  for (const one of [...policies, ...hours, ...priorities]) {
    const known = 'id' in one ? world.policies.find(({ policyId }) => policyId === one.id) : undefined;
    const clientId = known?.clientId ?? one.clientId ?? null;
    const groupId = known?.groupId ?? one.groupId ?? null;
    if (clientId === null && groupId === null) return null;
    if (clientId !== null) reached.add(clientId);
    else for (const client of world.clients.values()) if (client.groupId === groupId) reached.add(client.id);
  }
  return [...reached];
}
