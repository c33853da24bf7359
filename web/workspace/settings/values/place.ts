import type { SettingView } from '#shared/settings.ts';
import { useGet } from '#web/api/use.ts';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useClients } from '../../desk/names.ts';

/** Where a setting is looked at and changed. */
export type Place = { level: 'provider' | 'group' | 'client'; id: string | null };

export const placeKey = ({ level, id }: Place): string => `${level}:${id ?? ''}`;
export const placeQuery = ({ level, id }: Place): { clientId?: string; groupId?: string } =>
  id === null ? {} : level === 'client' ? { clientId: id } : { groupId: id };
export const placeOf = ({ level, id }: Place) => ({ level, ...(id === null ? {} : { id }) });

type Choices = { group: string; items: { value: string; label: string }[] }[];

/** Everybody, each group and each client, to choose from; their values are place keys. */
export function usePlaces(): { choices: Choices; nameOf(key: string): string | undefined } {
  const clients = useClients();
  const { data: groups } = useGet('GET /client-groups', {});
  const choices = [
    { group: 'Provider', items: [{ value: 'provider:', label: 'Everybody' }] },
    { group: 'Groups', items: (groups?.items ?? []).map(({ id, name }) => ({ value: `group:${id}`, label: name })) },
    { group: 'Clients', items: clients.map(({ id, name }) => ({ value: `client:${id}`, label: name })) },
  ].filter(({ items }) => items.length > 0);
  return {
    choices,
    nameOf: (key) => choices.flatMap(({ items }) => items).find(({ value }) => value === key)?.label,
  };
}

/** The place that a key names. */
export function placeOfKey(key: string): Place {
  const [level, id] = key.split(':');
  return id && (level === 'client' || level === 'group') ? { level, id } : { level: 'provider', id: null };
}

/** The place of the page, from its address: a client, a group, or everybody. */
export function usePlace(): { place: Place; name: string; choices: Choices; choose(key: string): void } {
  const { at, go } = useAddress();
  const { choices, nameOf } = usePlaces();
  const client = at.get('client');
  const group = at.get('group');
  const place: Place = client
    ? { level: 'client', id: client }
    : group
      ? { level: 'group', id: group }
      : { level: 'provider', id: null };
  return {
    place,
    choices,
    name: nameOf(placeKey(place)) ?? '…',
    choose: (key) => {
      const { level, id } = placeOfKey(key);
      go({ client: level === 'client' ? id : null, group: level === 'group' ? id : null });
    },
  };
}

/** The override at this very place, or null where the place inherits. */
export const ownStep = ({ chain }: SettingView, { level, id }: Place): SettingView['chain'][number] | null =>
  chain.find(({ source, version }) => version !== null && source.level === level && source.id === id) ?? null;
