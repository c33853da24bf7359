import { newId } from '#kernel/ids.ts';
import { upload } from '#tests/upload.ts';
import { freshAlert, freshRule } from './alert.ts';
import { freshAnnouncement } from './announcement.ts';
import { readyArticle } from './article.ts';
import { freshBilling } from './billing.ts';
import { endlessly } from './bulk.ts';
import { ask, type Caller } from './callers.ts';
import { freshFeed, freshPeriod } from './change-schedule.ts';
import type { Operation } from './description.ts';
import { freshEstate, freshRun } from './estate.ts';
import { freshExpense, freshReceipt } from './expense.ts';
import { plantQuote } from './firm.ts';
import { freshImprovement } from './improvement.ts';
import { plantIncoming } from './incoming.ts';
import { plantMail } from './mail.ts';
import { freshMajor } from './major.ts';
import { itemTerms } from './order.ts';
import { freshOutage } from './outage.ts';
import { freshProblem, freshProposal } from './problem.ts';
import { freshProject } from './project.ts';
import { freshQuoted } from './quote.ts';
import type { Own } from './requests.ts';
import { plain, type Scene } from './scene.ts';
import type { Kind } from './vocabulary.ts';
import { must } from './world.ts';

type Maker = (ticket: () => Promise<string>, person: () => Promise<string>) => Promise<string>;

/** What a filter finds a ticket of one's own by: a change of many refuses to find none. */
const foundBy = ({ home }: Scene): Partial<Record<Kind, string>> => ({
  contact: home.colleague,
  tag: plain('tag'),
  ticket: home.ticket.id,
  custom: `asset:${plain('custom')}`,
});

/**
 * Makes things of the caller's own for a request that is meant to succeed: each time a new one, so that requests which delete or
 * end what they are given do not stand in each other's way. The ticket or the person in the address and what hangs on them belong together.
 */
export function freshThings(scene: Scene, caller: Caller, fallback: Own): (operation: Operation) => Own {
  const { desk, provider, home } = scene;
  const me = {
    call: async (method: string | undefined, url: string, body?: object) => {
      const answer = await ask(desk, caller, { method: method as 'GET', url, ...(body ? { body } : {}) });
      return { ...answer, body: JSON.parse(answer.text || 'null') as never };
    },
  };
  const post = async (url: string, body: object) => (await must(me, 'POST', url, body)).id;
  const log = () =>
    must<{ id: string }>(provider.owner, 'POST', '/tickets', {
      kind: 'incident',
      clientId: home.client,
      title: plain('fresh'),
      requesterId: home.boss,
    }).then(({ id }) => id);
  const problem = async () => freshProblem(desk, await log(), plain);
  const hire = () =>
    post('/staff', {
      email: `${newId()}@harbour.example`,
      name: plain('fresh'),
      roleKeys: ['technician'],
      allClients: false,
      clientIds: [home.client],
    });
  const { owner } = provider;
  const order = () =>
    must<{ id: string }>(owner, 'POST', '/requests', {
      clientId: home.client,
      requesterId: home.boss,
      itemId: provider.catalogueItem,
      answers: {},
    }).then(({ id }) => id);
  const taskOf = async (ticketId: string) =>
    (await must<{ request: { tasks: { id: string }[] } }>(owner, 'GET', `/tickets/${ticketId}/request`)).request
      .tasks[0]?.id ?? '';
  const newItem = async () => (await must(owner, 'POST', '/catalogue-items', { terms: itemTerms(plain(newId())) })).id;
  const offerAt = async (itemId: string) => {
    const at = `/catalogue-items/${itemId}/offers`;
    await must(owner, 'PUT', at, { clientId: home.client, terms: { deliveryDays: 1 } });
    return (await must<{ items: { id: string }[] }>(owner, 'GET', at)).items[0]?.id ?? '';
  };
  const makers: Partial<Record<Kind, Maker>> = {
    delegation: () =>
      post('/portal/delegations', {
        toContactId: home.colleague,
        untilAt: new Date(Date.now() + 86_400_000).toISOString(),
      }),
    contact: () => post('/contacts', { clientId: home.client, name: plain('fresh') }),
    site: () => post(`/clients/${home.client}/sites`, { name: plain(`fresh ${Math.random()}`) }),
    message: async (ticket) => {
      const at = `${caller.name.startsWith('a contact') ? '/portal' : ''}/tickets/${await ticket()}/messages`;
      const id = await post(at, {
        body: plain('fresh'),
        ...(at.startsWith('/portal') ? {} : { visibility: 'public' }),
      });
      await plantQuote(desk, home.client, id, plain('fresh'));
      return id;
    },
    item: async (ticket) => post(`/tickets/${await ticket()}/checklist`, { text: plain('fresh') }),
    event: async (ticket) =>
      (
        await must<{ eventId: string }>(me, 'PATCH', `/tickets/${await ticket()}`, {
          version: 1,
          title: plain('fresher'),
        })
      ).eventId,
    staff: hire,
    leave: async (_, person) =>
      post(`/staff/${await person()}/leave`, {
        startsAt: '2027-01-01T00:00:00.000Z',
        endsAt: '2027-01-02T00:00:00.000Z',
      }),
    bulk: async () => endlessly(scene.admin, await post('/bulk-changes', { ids: [await log()], actions: {} })),
    looseFile: () => sent(scene, caller),
    file: () => sent(scene, caller),
    mail: () => plantMail(desk, { client: home.client, ticket: home.ticket.id, staff: provider.tom.id }, plain),
    incoming: () =>
      plantIncoming(desk, { client: home.client, ticket: home.ticket.id, contact: home.colleague }, plain),
    enrolmentKey: () => post(`/clients/${home.client}/enrolment-keys`, { name: plain('fresh') }),
    recurring: () =>
      post('/recurring-tickets', {
        clientId: home.client,
        name: plain('fresh'),
        templateId: provider.template,
        rule: { frequency: 'daily', interval: 1, time: '08:00', start: '2026-01-05' },
      }),
    policy: () =>
      post('/service-levels/policies', {
        clientId: home.client,
        name: plain(`fresh ${Math.random()}`),
        terms: {
          kinds: ['incident'],
          serviceIds: [],
          condition: '',
          targets: {},
          olas: [],
          thresholds: null,
          rules: {},
        },
      }),
    simulation: () =>
      post('/service-levels/simulations', {
        draft: {
          hours: [
            { clientId: home.client, value: { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false } },
          ],
        },
      }),
    change: async () =>
      (await must<{ ticketId: string }>(me, 'POST', '/changes', { clientId: home.client, title: plain('fresh') }))
        .ticketId,
    timeEntry: async (ticket) => post(`/tickets/${await ticket()}/time`, { minutes: 1 }),
    expense: async () => freshExpense(me, home.client),
    expenseReceipt: async () => freshReceipt(desk, provider.owner, home.client),
    timer: async (ticket) => post(`/tickets/${await ticket()}/timer`, {}),
    view: () => post('/views', { name: plain('fresh'), filter: {} }),
    reply: () => post('/canned-replies', { name: plain('fresh'), body: plain('fresh'), shared: false }),
    macro: () => post('/macros', { name: plain('fresh'), shared: false, steps: [{ tags: { add: ['fresh'] } }] }),
    apiKey: () => post('/api-keys', { name: plain('fresh'), permissions: ['ticket.read'] }),
  };
  return (operation) => {
    let ticket: Promise<string> | undefined;
    const ofAddress = () => {
      ticket ??= (
        operation.url.includes('/request') ? order() : operation.url.startsWith('/problems') ? problem() : log()
      ).then((id) => readied(scene, operation, id));
      return ticket;
    };
    let article: Promise<string> | undefined;
    const ofArticle = () => {
      article ??= operation.url.startsWith('/portal/')
        ? Promise.resolve(home.article)
        : readyArticle(me, home.client, operation, ofAddress);
      return article;
    };
    let item: Promise<string> | undefined;
    const ofItem = () => {
      item ??= newItem();
      return item;
    };
    const plans = freshProject(me, home.client, operation.name);
    const money = freshBilling(me, owner, home.client);
    const quoted = freshQuoted(desk, owner, home, plain);
    let person: Promise<string> | undefined;
    const ofPerson = () => {
      person ??= hire();
      return person;
    };
    return async (kind, place) => {
      if (kind === 'article') return ofArticle();
      if (kind === 'announcement')
        return operation.url.startsWith('/portal/')
          ? home.announcement
          : freshAnnouncement(me, home.client, operation.name, ofAddress);
      if (kind === 'alert') return freshAlert(desk, home.client, plain);
      if (kind === 'alertRule') return freshRule(me, home.client, operation.name);
      if (kind === 'major')
        return freshMajor(desk, me, { client: home.client, manager: provider.owner.id }, operation.name);
      if (kind === 'outage') return freshOutage(me, home.client, provider.service);
      if (kind === 'calendarFeed') return freshFeed(me, home.client);
      if (kind === 'improvement') return freshImprovement(me, home.client);
      if (kind === 'changePeriod') return freshPeriod(me, home.client);
      if (kind === 'proposal') return freshProposal(desk, { client: home.client, ticket: await log() }, plain);
      if (kind === 'scriptRun') return freshRun(desk, home, plain);
      if (kind === 'device' || kind === 'relation' || kind === 'duplicate' || kind === 'baseline')
        return freshEstate(me, home.client, kind, operation.name, place, ofAddress);
      if (kind === 'flag') return post(`/articles/${await ofArticle()}/flags`, { note: plain('fresh') });
      if (kind === 'catalogueItem' && place.startsWith('path.') && operation.access === 'catalogue.manage')
        return ofItem();
      if (kind === 'contact' && operation.name === TAKE_OFF) return letFollow(scene, await ofAddress());
      if (kind === 'contact' && operation.url.startsWith('/portal/')) return home.colleague;
      if (kind === 'site' && operation.url.startsWith('/portal/')) return home.site;
      if (kind === 'invoice' && operation.url.startsWith('/portal/')) return home.billing.invoice;
      if (kind === 'project' && operation.url.startsWith('/portal/')) return home.planned.project;
      if (kind === 'quote' || kind === 'quoteLine') return quoted[kind](operation);
      if (kind === 'orderLine') return quoted.orderLine();
      // Only what was made from a template is brought in line with it.
      if (kind === 'contract' && operation.url.endsWith('/align'))
        return post('/contracts', {
          ...{
            clientId: home.client,
            templateId: provider.contractTemplate,
            name: plain('fresh'),
            begins: '2026-01-01',
          },
        });
      if (kind === 'sentContract') return quoted.sentContract();
      if (kind === 'contract' && /\/(send|take-back)$/.test(operation.url)) return quoted.contract(operation);
      if (kind === 'contact' && /^\/(quotes|contracts)/.test(operation.url) && place === 'body.contactId')
        return home.boss;
      if (kind === 'offer') return offerAt(await ofItem());
      if (kind === 'task') return taskOf(await ofAddress());
      const finds = /^\/bulk-changes/.test(operation.url) && place.startsWith('body.filter.') && foundBy(scene)[kind];
      if (finds) return finds;
      if (kind === 'staff' && place.startsWith('path.')) return ofPerson();
      if (kind === 'ticket' && operation.url.startsWith('/projects'))
        return post('/tickets', { kind: 'task', clientId: home.client, title: plain('fresh') });
      if (kind === 'ticket' && place === 'body.problem')
        return post('/tickets', { kind: 'problem', clientId: home.client, title: plain('fresh') });
      if (kind === 'ticket') return place.startsWith('path.') ? ofAddress() : log();
      if (kind === 'macro' && operation.url.startsWith('/service-levels/')) return provider.sharedMacro;
      if (operation.url.endsWith('/move')) return fallback(kind, place, operation);
      return (
        (await plans[kind]?.(place)) ??
        (await (money[kind] ?? makers[kind])?.(ofAddress, ofPerson)) ??
        fallback(kind, place, operation)
      );
    };
  };
}

const TAKE_OFF = 'DELETE /portal/tickets/{idOrKey}/people/{contactId}';

async function letFollow({ provider, home }: Scene, ticket: string): Promise<string> {
  const at = `/tickets/${ticket}/watchers`;
  await provider.owner.call('POST', at, { kind: 'contact', id: home.colleague });
  return home.colleague;
}

async function sent({ desk, home }: Scene, caller: Caller): Promise<string> {
  const { body } = await upload(desk, home.client, caller.headers, { name: 'fresh.txt', content: plain('fresh') });
  return body.id;
}

/** A ticket brought to where the operation can do something with it. */
async function readied({ admin, provider, home }: Scene, { name }: Operation, id: string): Promise<string> {
  if (name === 'POST /tickets/{idOrKey}/unmerge')
    await must(provider.owner, 'POST', `/tickets/${id}/merge`, { into: home.child.id });
  if (name === 'PUT /portal/tickets/{idOrKey}/rating')
    await admin.query(
      `insert into fettle.ratings (client_id, ticket_id, contact_id, asked_at, until)
       select client_id, id, requester_id, created_at, now() + interval '1 day' from fettle.tickets where id = $1`,
      [id],
    );
  if (name.endsWith('/sla/{target}/release'))
    await must(provider.owner, 'POST', `/tickets/${id}/sla/resolution/hold`, { reason: plain('held') });
  if (name.endsWith('/sla/{target}/justification'))
    await admin.query(
      'update fettle.ticket_clocks set breached_at = created.at from (select created_at as at from fettle.tickets where id = $1) created where ticket_id = $1',
      [id],
    );
  if (/^POST \/portal\/.*\/(confirm|decline)$|\/article$/.test(name))
    await must(provider.owner, 'POST', `/tickets/${id}/transitions`, {
      to: 'resolved',
      resolutionCode: 'fixed',
      resolutionNote: plain('done'),
    });
  return id;
}
