import { createClient, createContact } from '#server/business/client/index.ts';
import { createItem } from '#server/practices/configuration/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import type { ChangeModelView, ChangeView } from '#shared/change.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from './desk.ts';
import { hire, type Person } from './people.ts';

/** Answers by which a change risks little. */
export const CALM = { experience: 'often', backout: 'tested', testing: 'alike', interruption: 'none', people: 'one' };
export const PLANS = { implementation: 'Do it', test: 'Look at it', backout: 'Take it back' };
/** An instant some hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Terms of a rule by which a team or somebody is asked. */
export const asking = (approvers: object[], more: object = {}, condition = '') => ({
  ...{ condition, stage: 'before' },
  outcome: {
    does: 'ask',
    approval: {
      ...{ order: 'parallel', currency: 'AUD', expireAfterHours: 72, remindEveryHours: null },
      steps: [{ name: 'Board', approvers, quorum: 'any', veto: true, above: null, ...more }],
    },
  },
});

/** A desk where changes are raised: Tom works, Max and Mia have the authority, Olga owns it; a client with a server. */
export async function openChanges(options: Parameters<typeof openDesk>[0] = { roles: ['web'] }) {
  const desk = await openDesk(options);
  const olga = await hire(desk, { name: 'Olga Owner' });
  const max = await hire(desk, { name: 'Max Manager', role: 'manager' });
  const mia = await hire(desk, { name: 'Mia Manager', role: 'manager' });
  const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
  const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  const ada = await desk.run((ctx) =>
    createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
  );
  const server = await desk.run((ctx) => createItem(ctx, { clientId: acme, name: 'srv-1', classKey: 'server' }));
  const { items: models } = (await olga.call('GET', '/change-models')).body as { items: ChangeModelView[] };
  const modelOf = (key: string) => models.find((one) => one.key === key)?.id ?? '';

  let slot = 0;
  const change = async (key: string, who: Person = olga) =>
    (await who.call('GET', `/changes/${key}`)).body as ChangeView;
  const raise = async (more: object = {}, who: Person = tom) => {
    const answer = await who.call('POST', '/changes', { clientId: acme, title: 'Patch srv-1', ...more });
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as ChangeView).key;
  };
  const edit = async (key: string, more: object, who: Person = tom) =>
    who.call('PATCH', `/changes/${key}`, { version: (await change(key)).version, ...more });
  const go = async (key: string, to: string, more: object = {}, who: Person = tom) => {
    const answer = await who.call('POST', `/tickets/${key}/transitions`, { to, ...more });
    return { status: answer.status, detail: (answer.body as { detail?: string }).detail ?? '' };
  };
  /** Begins a change whenever that is: somebody with the authority lets it, whatever its window is. */
  const begin = async (key: string, who: Person = tom) => {
    await olga.call('POST', `/changes/${key}/overrides`, { reason: 'A test does not wait for windows' });
    return go(key, 'implement', {}, who);
  };
  const votesOf = async (who: Person, key: string) =>
    ((await who.call('GET', '/approvals/mine')).body as { items: OpenVote[] }).items.filter(
      ({ subject }) => subject.ticketKey === key,
    );
  return {
    ...{ desk, olga, max, mia, tom, acme, ada, server, modelOf, change, raise, edit, go, begin, votesOf },
    /** What a change plans that nothing stands against: each in a window of its own. */
    plan: () => {
      slot += 2;
      const window = { plannedStart: inHours(48 + slot), plannedEnd: inHours(49 + slot) };
      return { plans: PLANS, answers: CALM, itemIds: [server], ...window };
    },
    /** The same for tomorrow. */
    planned: { plans: PLANS, answers: CALM, plannedStart: inHours(24), plannedEnd: inHours(25), itemIds: [server] },
    status: async (key: string) => ((await olga.call('GET', `/tickets/${key}`)).body as TicketView).status,
    vote: async (who: Person, key: string, given: object = { vote: 'approve' }) => {
      const [asked] = await votesOf(who, key);
      return who.call('POST', `/approvals/votes/${asked?.id ?? '00000000-0000-0000-0000-000000000000'}`, given);
    },
    /** A rule in force; its id. */
    rule: async (name: string, terms: object) => {
      const { id } = (await olga.call('POST', '/change-rules', { name, terms })).body as { id: string };
      const put = await olga.call('POST', `/change-rules/${id}/publish`, { version: 1 });
      if (put.status >= 400) throw new Error(put.text);
      return id;
    },
    drop: (id: string) => olga.call('DELETE', `/change-rules/${id}`),
  };
}
