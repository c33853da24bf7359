import { newId } from '#kernel/ids.ts';
import type { ChangeModelView, ChangeView } from '#shared/change.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

/** A rule that stays a draft. */
export const RULE = { condition: '', stage: 'before', outcome: { does: 'authorise' } };

/** Was in force, and is no longer. Returns its id. */
export async function pastRule(owner: Person): Promise<string> {
  const { id } = await must(owner, 'POST', '/change-rules', { name: 'Past', terms: RULE });
  const rule = (more: string, version: number) => must(owner, 'POST', `/change-rules/${id}/${more}`, { version });
  await rule('publish', 1);
  await rule('withdraw', 2);
  return id;
}

/** The model of normal changes, which is the provider's. */
export async function normalModel(owner: Person): Promise<string> {
  const { items } = await must<{ items: ChangeModelView[] }>(owner, 'GET', '/change-models');
  return items.find(({ key }) => key === 'normal')?.id ?? '';
}

/** A change of a client that touches one of its items, with all that is written in one. Returns its ticket's id. */
export async function plantChange(
  desk: Desk,
  owner: Person,
  { client: clientId, item: itemId, service }: { client: string; item: string; service: string },
  say: (what: string) => string,
): Promise<string> {
  const { ticketId, version } = await must<ChangeView>(owner, 'POST', '/changes', {
    ...{
      clientId,
      title: say('change'),
      toldTitle: say('told title'),
      reason: say('change reason'),
      itemIds: [itemId],
      serviceIds: [service],
    },
    plans: {
      ...{ implementation: say('implementation plan'), test: say('test plan') },
      ...{ backout: say('back-out plan'), communication: say('communication plan') },
    },
  });
  const task = {
    key: 'copy',
    title: say('task'),
    teamId: null,
    staffId: null,
    after: [],
    startMinutes: 0,
    minutes: 10,
  };
  await must(owner, 'PUT', `/changes/${ticketId}/tasks`, { version, tasks: [task] });
  await desk.run(async ({ tx, now }) => {
    const override = { client_id: clientId, id: newId(), change_id: ticketId, kind: 'freeze', at: now };
    await tx
      .insertInto('change_overrides')
      .values({ ...override, against: say('against'), reason: say('override') })
      .execute();
    await tx
      .updateTable('change_parts')
      .set({ means: say('means') })
      .where('change_id', '=', ticketId)
      .execute();
    const why = JSON.stringify([{ points: 1, why: say('risk') }]);
    await tx
      .updateTable('changes')
      .set({ authorised_why: say('authorised'), review: say('review'), risk_why: why })
      .where('ticket_id', '=', ticketId)
      .execute();
  });
  return ticketId;
}
