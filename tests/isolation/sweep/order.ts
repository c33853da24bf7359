import type { RequestView } from '#shared/request.ts';
import type { Desk } from '#tests/desk.ts';
import type { planted } from './canary.ts';
import { asPerson, enterPortal } from './firm.ts';
import { type Firm, must, type Provider } from './world.ts';

type Make = { desk: Desk; provider: Provider; say: typeof planted };

/** An item as the catalogue takes it, of as few words as it can be. */
export const itemTerms = (name: string, more: object = {}) => ({
  ...{ name, summary: '', description: '', icon: 'box', heading: '', price: null, deliveryDays: null, approval: null },
  ...{ form: { fields: [] }, plan: [], parts: [], routes: [], categoryId: null, serviceId: null },
  ...more,
});

export const planTask = (title: string) => ({
  ...{ key: 'first', title, teamId: null, staffId: null, after: [], olaMinutes: null, when: null },
});

/** An item that only this client is offered, ordered by the colleague, waiting for whoever looks after the company. */
export async function orderOf(
  { desk, provider, say }: Make,
  client: string,
  people: Pick<Firm, 'colleague' | 'boss'>,
): Promise<Firm['ordered']> {
  const { owner } = provider;
  const field = {
    ...{ key: 'word', type: 'text', label: say('question'), help: '', required: false, options: [], min: null },
    ...{ max: null, initial: null, shownWhen: null, requiredWhen: null },
  };
  const { id: item } = await must(owner, 'POST', '/catalogue-items', {
    terms: itemTerms(say('item'), { form: { fields: [field] }, plan: [planTask(say('task', 'desk'))] }),
    audience: 'clients',
    clientIds: [client],
  });
  await must(owner, 'POST', `/catalogue-items/${item}/publish`, { version: 1 });
  const asked = { kind: 'contact', id: people.boss };
  await must(owner, 'PUT', `/catalogue-items/${item}/offers`, {
    clientId: client,
    terms: {
      price: { minor: 100, currency: 'AUD' },
      approval: {
        ...{ order: 'serial', currency: 'AUD', expireAfterHours: 500, remindEveryHours: null },
        steps: [{ name: say('step', 'other'), approvers: [asked], quorum: 'any', veto: true, above: null }],
      },
    },
  });
  const { items: offers } = await must<{ items: { id: string }[] }>(owner, 'GET', `/catalogue-items/${item}/offers`);
  const made = await must<{ id: string; key: string }>(owner, 'POST', '/requests', {
    clientId: client,
    requesterId: people.colleague,
    itemId: item,
    answers: { word: say('answer', 'other') },
    reason: say('request reason', 'other'),
  });
  const { request } = await must<{ request: RequestView }>(owner, 'GET', `/tickets/${made.id}/request`);
  const boss = asPerson(await enterPortal(desk, owner, people.boss));
  const delegation = await must(boss, 'POST', '/portal/delegations', {
    toContactId: people.colleague,
    untilAt: new Date(Date.now() + 86_400_000).toISOString(),
    reason: say('delegation', 'other'),
  });
  return {
    item,
    offer: offers[0]?.id ?? '',
    ticket: made.id,
    vote: request.approvals[0]?.steps[0]?.voters[0]?.id ?? '',
    task: request.tasks[0]?.id ?? '',
    delegation: delegation.id,
  };
}
