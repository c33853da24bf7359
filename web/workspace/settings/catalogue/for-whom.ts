import type { CatalogueItemRow } from '#shared/catalogue.ts';
import type { ClientView } from '#shared/client.ts';

type Groups = readonly { id: string; name: string }[];

const NAMED = 3;

/** For whom an item is, by name as far as a line takes it: "for Acme, Birch, Cedar and 4 more". */
export function forWhom(
  { audience, groupIds, clientIds }: CatalogueItemRow,
  clients: readonly ClientView[],
  groups: Groups,
): string {
  if (audience === 'all') return 'for everybody';
  const [ids, known, what] = audience === 'groups' ? [groupIds, groups, 'groups'] : [clientIds, clients, 'clients'];
  const names = known.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  if (names.length === 0) return `for ${ids.length} ${what}`;
  const more = ids.length - Math.min(names.length, NAMED);
  return `for ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Whether an item is for a client. */
export const isFor = ({ audience, groupIds, clientIds }: CatalogueItemRow, client: ClientView): boolean =>
  audience === 'all' ||
  (audience === 'clients'
    ? clientIds.includes(client.id)
    : client.group !== null && groupIds.includes(client.group.id));
