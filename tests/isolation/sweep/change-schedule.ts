import { newId } from '#kernel/ids.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { must, type Provider } from './world.ts';

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

/** An address of a client's calendar; of one's own client. */
export async function freshFeed(me: Pick<Person, 'call'>, clientId: string): Promise<string> {
  const name = `home ${newId()}`;
  await must(me, 'POST', `/clients/${clientId}/calendar-feeds`, { name });
  const { items } = await must<{ items: { id: string; name: string }[] }>(
    me,
    'GET',
    `/clients/${clientId}/calendar-feeds`,
  );
  return items.find((one) => one.name === name)?.id ?? '';
}

/** An address of a client's calendar, and a change of theirs with minutes of a board's meeting. Returns the address's id. */
export async function plantFeed(
  { desk, provider }: { desk: Desk; provider: Provider },
  client: string,
  change: string,
  words: (what: string) => string,
): Promise<string> {
  const at = `/clients/${client}/calendar-feeds`;
  await must(provider.owner, 'POST', at, { name: words('calendar') });
  await desk.run(({ tx }) =>
    tx
      .insertInto('cab_agenda')
      .values({
        client_id: client,
        meeting_id: provider.cabMeeting,
        change_id: change,
        why: 'decide',
        note: words('minutes'),
      })
      .execute(),
  );
  const { items } = await must<{ items: { id: string }[] }>(provider.owner, 'GET', at);
  return items[0]?.id ?? '';
}
