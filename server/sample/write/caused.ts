import type { Ctx } from '#platform/context/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import { sayCaused } from '#server/practices/change/index.ts';
import { linkItemToTicket } from '#server/practices/configuration/index.ts';
import { CONTACTS } from '../world/contacts.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const HOUR = 3_600_000;

type Writing = { ctx: Ctx; refs: References; code: string };
type Caused = { title: string; description: string; item: string; at: string };

/** An incident about what a change touched, resolved the same day, and known to have come of it. */
export async function writeCaused({ ctx, refs, code }: Writing, changeId: string, caused: Caused): Promise<void> {
  const { title, description, item, at } = caused;
  const later = (hours: number) => new Date(Date.parse(at) + hours * HOUR).toISOString();
  const someone = (key: string, hours: number) => as(ctx, { kind: 'staff', key }, later(hours), refs);
  const [person] = CONTACTS.get(code) ?? [];
  const { id } = await createTicket(someone('sofia', 0), {
    ...{ kind: 'incident', clientId: refs.client(code), title, description, impact: 2, urgency: 2, source: 'phone' },
    requesterId: person ? refs.contact(code, person.email).id : null,
    ...{ teamId: refs.team('desk'), assigneeId: refs.staff('sofia') },
  });
  await linkItemToTicket(someone('sofia', 0), id, item);
  await transitionTicket(someone('sofia', 0.2), id, { to: 'in_progress' });
  await sayCaused(someone('hamish', 1), changeId, id, true);
  await transitionTicket(someone('sofia', 3), id, {
    ...{ to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'What the change had left behind was put right.' },
  });
}
