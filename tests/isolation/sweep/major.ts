import type { MajorView } from '#shared/major.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

/** A major incident of a client with a ticket below it, and all that is written in one, of which an announcement tells. Returns its ticket's id. */
export async function plantMajor(
  desk: Desk,
  owner: Person,
  { client, announcement }: { client: string; announcement: string },
  say: (what: string) => string,
): Promise<string> {
  const log = async (title: string) =>
    (await must<{ id: string }>(owner, 'POST', '/tickets', { kind: 'incident', clientId: client, title })).id;
  const tickets = [await log(say('major incident')), await log(say('part of it'))];
  const made = await must<MajorView>(owner, 'POST', '/major-incidents', {
    ...{ tickets, reason: say('why it is major'), criteria: [say('criterion')] },
  });
  const review = {
    ...{ happened: say('happened'), wentWell: say('went well'), toImprove: say('to improve'), actions: [] },
    forClients: say('for clients'),
  };
  const roles = JSON.stringify([{ role: 'manager', staffId: owner.id, note: say('part') }]);
  await desk.run(({ tx }) =>
    tx.updateTable('announcements').set({ whole_id: made.id }).where('id', '=', announcement).execute(),
  );
  await desk.run(({ tx }) =>
    tx
      .updateTable('major_incidents')
      .set({
        ...{ told_title: say('told'), bridge: say('bridge'), review: JSON.stringify(review), roles },
        ...{ proposed_by: say('proposer'), decided_by: say('decider') },
      })
      .where('ticket_id', '=', made.id)
      .execute(),
  );
  return made.id;
}

/** In which state an operation can do something with one. */
const STATE_FOR: readonly (readonly [operation: RegExp, state: string])[] = [
  [/\/review$/, 'restored'],
  [/\/updates$/, 'declared'],
];

/** One of one's own client, brought to where the operation can do something with it. */
export async function freshMajor(
  desk: Desk,
  me: Pick<Person, 'call'>,
  of: { client: string; manager: string },
  operation: string,
): Promise<string> {
  const { id } = await must<{ id: string }>(me, 'POST', '/tickets', {
    ...{ kind: 'incident', clientId: of.client, title: 'fresh' },
  });
  await must(me, 'POST', '/major-incidents', { tickets: [id], reason: 'fresh', criteria: ['fresh'] });
  const state = STATE_FOR.find(([name]) => name.test(operation))?.[1] ?? 'proposed';
  const roles = JSON.stringify([{ role: 'manager', staffId: of.manager }]);
  await desk.run(({ tx }) =>
    tx.updateTable('major_incidents').set({ state, roles }).where('ticket_id', '=', id).execute(),
  );
  return id;
}
