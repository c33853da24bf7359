import { newId } from '#kernel/ids.ts';
import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

const ONCE = {
  kind: 'freeze',
  timeZone: 'UTC',
  fromAt: '2027-01-01T00:00:00.000Z',
  untilAt: '2027-01-02T00:00:00.000Z',
};

/** A freeze of a client for one of its items. Returns its id. */
export const plantPeriod = async (
  owner: Person,
  clientId: string,
  itemId: string,
  words: (what: string) => string,
): Promise<string> => {
  const own = { name: words('period'), note: words('why it is held back'), itemIds: [itemId] };
  return (await must(owner, 'POST', '/change-periods', { ...ONCE, clientId, ...own })).id;
};

/** A freeze of one's own client. */
export const freshPeriod = async (me: Pick<Person, 'call'>, clientId: string): Promise<string> =>
  (await must(me, 'POST', '/change-periods', { ...ONCE, clientId, name: `home ${newId()}` })).id;
