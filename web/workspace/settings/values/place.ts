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

/** The place of the page, from its address: a client, a group, or everybody. */
export function usePlace(): {
  place: Place;
  name: string;
  choices: { group: string; items: { value: string; label: string }[] }[];
  choose(key: string): void;
} {
  const { at, go } = useAddress();
  const clients = useClients();
  const { data: groups } = useGet('GET /client-groups', {});
  const client = at.get('client');
  const group = at.get('group');
  const place: Place = client
    ? { level: 'client', id: client }
    : group
      ? { level: 'group', id: group }
      : { level: 'provider', id: null };
  const choices = [
    { group: 'Provider', items: [{ value: 'provider:', label: 'Everybody' }] },
    { group: 'Groups', items: (groups?.items ?? []).map(({ id, name }) => ({ value: `group:${id}`, label: name })) },
    { group: 'Clients', items: clients.map(({ id, name }) => ({ value: `client:${id}`, label: name })) },
  ].filter(({ items }) => items.length > 0);
  return {
    place,
    choices,
    name: choices.flatMap(({ items }) => items).find(({ value }) => value === placeKey(place))?.label ?? '…',
    choose: (key) => {
      const [level, id] = key.split(':');
      go({ client: level === 'client' && id ? id : null, group: level === 'group' && id ? id : null });
    },
  };
}

/** The override at this very place, or null where the place inherits. */
export const ownStep = ({ chain }: SettingView, { level, id }: Place): SettingView['chain'][number] | null =>
  chain.find(({ source, version }) => version !== null && source.level === level && source.id === id) ?? null;
