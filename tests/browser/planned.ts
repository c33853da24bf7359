import { done } from '#tests/billing-desk.ts';
import type { Person } from '#tests/people.ts';

/** A project of a client under way, with a template and everything of it by the same long name: late tasks, one after the other, and a milestone. */
export async function planned(owner: Pick<Person, 'call'>, clientId: string, long: string): Promise<string> {
  const id = async (url: string, body: object) => (await done<{ id: string }>(owner, 'POST', url, body)).id;
  const project = await id('/projects', {
    ...{ clientId, name: long, description: long, charged: 'time', begins: '2026-01-05', ends: '2026-03-31' },
    ...{ budget: '12345678.99', budgetMinutes: 600 },
  });
  const at = `/projects/${project}`;
  const phaseId = await id(`${at}/phases`, { name: long });
  const days = { starts: '2026-01-05', ends: '2026-01-09' };
  const first = await id(`${at}/tasks`, { title: long, phaseId, estimateMinutes: 480, shown: true, ...days });
  await id(`${at}/tasks`, { title: long, phaseId, after: [first], starts: '2026-01-12', ends: '2026-02-20' });
  await id(`${at}/milestones`, { name: long, due: '2026-02-27', amount: 1_234_567 });
  await done(owner, 'PATCH', at, { version: 1, state: 'active' });
  await done(owner, 'POST', `/tickets/${first}/time`, { minutes: 590, note: long });
  await id(`${at}/template`, { name: long, description: long });
  return project;
}
