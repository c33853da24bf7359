import type { Services } from '#platform/context/index.ts';
import { createClient } from '#server/business/client/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { CreatePath, PageView } from '#shared/escalation.ts';
import type { Desk } from './desk.ts';
import { hire, type Person } from './people.ts';

/** The services with another clock. */
export const at = (services: Services, now: string): Services => ({ ...services, now: () => now });

export const later = (from: string, minutes: number) => new Date(Date.parse(from) + minutes * 60_000).toISOString();

/** A client, people, and ways to page for its tickets. */
export async function openPaging(desk: Desk) {
  const owner = await hire(desk, { name: 'Olive Owner' });
  const [tom, ann] = [
    await hire(desk, { name: 'Tom', role: 'technician' }),
    await hire(desk, { name: 'Ann', role: 'technician' }),
  ];
  const client = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  let made = 0;
  return {
    owner,
    tom,
    ann,
    client,
    /** A path whose levels call these people, ten minutes apart. */
    path: async (
      levels: readonly (readonly Person[] | CreatePath['levels'][number]['targets'])[],
      more: object = {},
    ) => {
      const body = {
        name: `Path ${made++}`,
        levels: levels.map((targets, index) => ({
          afterMinutes: index * 10,
          targets: targets.map((one) => ('kind' in one ? one : { kind: 'staff', staffId: one.id })),
        })),
        repeatTimes: 0,
        repeatEveryMinutes: 15,
        ...more,
      };
      return ((await owner.call('POST', '/escalation-paths', body)).body as { id: string }).id;
    },
    ticket: (more: object = {}) =>
      desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId: client, title: 'Mail is down', ...more })),
    pages: async (id: string) =>
      ((await owner.call('GET', `/tickets/${id}/pages`)).body as { items: PageView[] }).items,
    /** The kinds of events of a ticket's pages, oldest first. */
    told: async (id: string) => {
      const rows = await desk.run(({ tx }) =>
        tx
          .selectFrom('events')
          .select(['type', 'data'])
          .where('subject_id', '=', id)
          .where('type', 'like', 'ticket.page%')
          .orderBy('id')
          .execute(),
      );
      return rows.map(({ type, data }) => ({ type: type.replace('ticket.', ''), ...(data as { text: string }) }));
    },
    /** How often somebody was paged for a ticket. */
    heard: async (id: string, person: Person) =>
      (
        await desk.run(({ tx }) =>
          tx
            .selectFrom('notifications')
            .select('text')
            .where('ticket_id', '=', id)
            .where('staff_id', '=', person.id)
            .where('kind', '=', 'page')
            .execute(),
        )
      ).length,
  };
}
