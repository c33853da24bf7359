import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

/** An outage of a client's service with a ticket, an alert and an announcement that it has to do with. Returns its id. */
export async function plantOutage(
  owner: Pick<Person, 'call'>,
  of: { client: string; service: string; ticket: string; alert: string; announcement: string },
  say: (what: string) => string,
): Promise<string> {
  const { client, service, ticket, alert, announcement } = of;
  const { id } = await must(owner, 'POST', `/services/${service}/outages`, {
    ...{ clientId: client, beganAt: '2026-01-05T09:00:00.000Z', endedAt: '2026-01-05T10:00:00.000Z' },
    ...{ title: say('outage'), cause: say('cause of the outage'), told: false },
    ...{ tickets: [ticket], alertIds: [alert], announcementIds: [announcement] },
  });
  return id;
}

/** One of one's own client, to be written in. */
export async function freshOutage(me: Pick<Person, 'call'>, client: string, service: string): Promise<string> {
  const { id } = await must(me, 'POST', `/services/${service}/outages`, {
    ...{ clientId: client, beganAt: '2026-01-05T09:00:00.000Z', title: 'fresh' },
  });
  return id;
}
