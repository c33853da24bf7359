import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { must } from './world.ts';

export type Agents = { key: string; report: string };

/** A key of agents, and what one of them said by it; each text is given. */
export async function plantAgents(
  desk: Desk,
  owner: Person,
  client: string,
  say: (what: string) => string,
): Promise<Agents> {
  const at = `/clients/${client}`;
  const { id, key } = await must<{ id: string; key: string }>(owner, 'POST', `${at}/enrolment-keys`, {
    name: say('key'),
  });
  const content = { hardware: { name: say('machine') }, versionclient: say('agent') };
  await desk.app.inject({
    method: 'POST',
    url: `/agent/inventory/${key}`,
    payload: JSON.stringify({ action: 'inventory', deviceid: say('device'), content }),
  });
  const { items } = await must<{ items: { id: string }[] }>(owner, 'GET', `${at}/agent-reports`);
  return { key: id, report: items[0]?.id ?? '' };
}
