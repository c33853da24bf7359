import { forgetCallers } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { mailOutModule } from '#server/channels/mail-out/index.ts';
import { createItem, placeOrder, publishItem } from '#server/practices/request/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import type { PortalTicket } from '#shared/portal.ts';
import type { PortalRequest, RequestView } from '#shared/request.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from './desk.ts';
import { htmlOf, openSink } from './mail-sink.ts';
import { hire } from './people.ts';
import { type Visitor, visit } from './visitor.ts';

const NAMES = { ada: 'Ada Adams', mary: 'Mary Manager', stan: 'Stan Stand-in', dora: 'Dora Director' } as const;
type Who = keyof typeof NAMES;

/** A question of a form as data. */
export const question = (key: string, label: string, more: object = {}) => ({
  ...{ key, type: 'text', label, help: '', required: false, options: [], min: null, max: null, initial: null },
  ...{ shownWhen: null, requiredWhen: null, ...more },
});
/** A task of a plan as data. */
export const planned = (key: string, after: string[] = []) => ({
  ...{ key, title: key, teamId: null, staffId: null, after, olaMinutes: 60, when: null },
});

/**
 * A desk that sends mail to a sink, with people of a client who order and decide: Ada, her manager Mary, Stan, and Dora, who looks after
 * the company. A laptop needs the manager's approval and has two tasks.
 */
export async function openOrders() {
  const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
  const sink = await openSink();
  const olga = await hire(desk, { name: 'Olga Owner' });
  const sending = {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version: 0 },
  };
  const set = await olga.call('PUT', '/mail/sending', sending);
  if (set.status !== 200) throw new Error(set.text);
  const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  const add = (who: Who, more: object = {}) =>
    desk.run((ctx) =>
      createContact(ctx, { clientId: acme, name: NAMES[who], email: `${who}@acme.example`, ...more } as never),
    );
  const [mary, stan, dora] = [await add('mary'), await add('stan'), await add('dora', { sees: 'all' })];
  const ids: Record<Who, string> = { mary, stan, dora, ada: await add('ada', { managerId: mary }) };

  const enter = async (who: Who): Promise<Visitor> => {
    const browser = visit(desk);
    const { url } = (await olga.call('POST', `/contacts/${ids[who]}/sign-in-link`)).body as { url: string };
    await browser.call('POST', '/portal/sessions', { token: url.split('#token=')[1] ?? '' });
    return browser;
  };
  /** An item that is published at once. */
  const offer = (name: string, more: object = {}) =>
    desk.run(async (ctx) => {
      const terms = {
        ...{ name, summary: '', description: '', icon: 'laptop', heading: '', form: { fields: [] } },
        ...{ price: null, deliveryDays: null, approval: null, plan: [], parts: [], routes: [] },
        ...{ categoryId: null, serviceId: null, ...more },
      };
      const id = await createItem(ctx, { terms: terms as never });
      await publishItem(ctx, id, { version: 1 });
      return id;
    });
  const approval = {
    ...{ order: 'serial', currency: 'AUD', expireAfterHours: 72, remindEveryHours: null },
    steps: [{ name: 'Manager', approvers: [{ kind: 'manager' }], quorum: 'any', veto: true, above: null }],
  };
  const laptop = await offer('Laptop', { approval, plan: [planned('buy'), planned('set_up', ['buy'])] });

  const people = {
    ada: await enter('ada'),
    mary: await enter('mary'),
    stan: await enter('stan'),
    dora: await enter('dora'),
  };
  const votesOf = async (who: Who, key: string) =>
    ((await people[who].call('GET', '/portal/approvals')).body as { items: OpenVote[] }).items.filter(
      ({ subject }) => subject.ticketKey === key,
    );
  return {
    ...{ desk, sink, olga, acme, ids, people, offer, approval, laptop, votesOf },
    /** What Ada asked for; its key. */
    order: async (itemId = laptop, answers: object = {}) =>
      (
        await desk.run((ctx) =>
          placeOrder(ctx, { clientId: acme, requesterId: ids.ada }, { itemId, answers: answers as never }),
        )
      ).key,
    ticket: async (key: string) => (await olga.call('GET', `/tickets/${key}`)).body as TicketView,
    request: async (key: string) =>
      ((await olga.call('GET', `/tickets/${key}/request`)).body as { request: RequestView }).request,
    /** As one of the client's people sees it. */
    seen: async (who: Who, key: string) => ({
      ticket: (await people[who].call('GET', `/portal/tickets/${key}`)).body as PortalTicket,
      request: ((await people[who].call('GET', `/portal/tickets/${key}/request`)).body as { request: PortalRequest })
        .request,
    }),
    vote: async (who: Who, key: string, given: object) => {
      const [asked] = await votesOf(who, key);
      return people[who].call('POST', `/portal/approvals/votes/${asked?.id}`, given);
    },
    /** Sends what waits to be sent; the mails since the last time, with whom they are to and what they say. */
    mails: async () => {
      sink.mails.splice(0);
      const [loop] = mailOutModule.loops;
      await loop?.run(desk.services, new AbortController().signal);
      return sink.mails.map((mail) => ({ to: mail.to.join(), html: htmlOf(mail) ?? '', raw: mail.raw }));
    },
    /** In which language one of them reads. */
    speak: async (who: Who, language: string | null) => {
      await desk.run((ctx) => ctx.tx.updateTable('contacts').set({ language }).where('id', '=', ids[who]).execute());
      forgetCallers(desk.services);
    },
  };
}
