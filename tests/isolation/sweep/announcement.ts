import type { Person } from '#tests/people.ts';
import type { planted } from './canary.ts';
import { must } from './world.ts';

type Caller = Pick<Person, 'call'>;
type Known = { id: string; version: number };

/** An announcement for a site of a client alone, with what was said since, about one of its tickets, and read and followed by one of its people. */
export async function plantAnnouncement(
  owner: Person,
  client: string,
  { site, ticket, reader, say }: { site: string; ticket: string; reader: Caller; say: typeof planted },
): Promise<string> {
  const { id } = await must(owner, 'POST', '/announcements', {
    kind: 'outage',
    title: say('announcement'),
    text: say('announced'),
    audience: 'chosen',
    clientIds: [client],
    siteIds: [site],
    ticketId: ticket,
  });
  await must(owner, 'POST', `/announcements/${id}/publish`, { version: 1 });
  await must(owner, 'POST', `/announcements/${id}/updates`, { text: say('update') });
  await must(reader, 'PUT', `/portal/announcements/${id}/dismissal`, { dismissed: true });
  await must(reader, 'PUT', `/portal/announcements/${id}/following`, { follows: true });
  await must(reader, 'PUT', '/portal/announcement-mail', { wanted: false });
  return id;
}

/** An announcement of one's own, brought to where the operation can do something with it. */
export async function freshAnnouncement(
  me: Caller,
  client: string,
  name: string,
  ticket: () => Promise<string>,
): Promise<string> {
  const { id } = await must(me, 'POST', '/announcements', {
    kind: 'notice',
    title: 'home fresh',
    audience: 'chosen',
    clientIds: [client],
  });
  if (/\/(updates|end)$/.test(name)) {
    const { version } = await must<Known>(me, 'GET', `/announcements/${id}`);
    await must(me, 'POST', `/announcements/${id}/publish`, { version });
  }
  if (name.startsWith('DELETE /tickets/'))
    await must(me, 'POST', `/tickets/${await ticket()}/announcements`, { announcementId: id });
  return id;
}
