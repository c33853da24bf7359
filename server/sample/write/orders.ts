import type { Ctx } from '#platform/context/index.ts';
import { updateContact } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { castVote } from '#server/practices/approval/index.ts';
import { finishTask } from '#server/practices/fulfilment/index.ts';
import { placeOrder } from '#server/practices/request/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import type { OrderBody } from '#shared/request.ts';
import { staffByKey } from '../world/staff.ts';
import type { References } from './references.ts';

const HOUR_MS = 3_600_000;

type Person = { id: string; name: string; sees: string | null };
type Order = {
  hoursAgo: number;
  item: string;
  /** Place among the people of the client who look after nothing: 0 is the first. */
  by: number;
  order: Omit<OrderBody, 'itemId' | 'parts'>;
  /** Answers to what a bundle brings, by its name. */
  brings?: Readonly<Record<string, OrderBody['answers']>>;
  vote?: { vote: 'approve' } | { vote: 'reject'; comment: string };
  /** How many of its tasks are done. */
  done?: number;
};

const ORDERS: readonly Order[] = [
  {
    hoursAgo: 3,
    item: 'Laptop',
    by: 0,
    order: {
      answers: { role: 'Design', extras: ['Dock', 'Screen'], old: 'Wipe and recycle' },
      reason: 'The fan of mine never stops.',
    },
  },
  {
    hoursAgo: 20,
    item: 'Software licence',
    by: 1,
    order: { answers: { program: 'Microsoft Visio' }, reason: 'To draw the new floor plan.' },
    vote: { vote: 'reject', comment: 'Ask Dani, there is a spare licence.' },
  },
  {
    hoursAgo: 19,
    item: 'Access to a folder or system',
    by: 2,
    order: { answers: { where: 'Contracts on the shared drive', level: 'Read' } },
    vote: { vote: 'approve' },
  },
  {
    hoursAgo: 22,
    item: 'Shared mailbox',
    by: 0,
    order: { answers: { address: 'tenders' } },
    done: 1,
  },
  {
    hoursAgo: 21,
    item: 'Laptop',
    by: 2,
    order: { answers: { role: 'Office', old: 'There is none' } },
    vote: { vote: 'approve' },
    done: 1,
  },
  {
    hoursAgo: 18,
    item: 'New starter',
    by: 1,
    order: {
      answers: { name: 'Noa Winter', title: 'Project coordinator', first_day: '2027-01-11', laptop: true },
      reason: 'Replaces Kim, who leaves at the end of the year.',
    },
    brings: { Laptop: { role: 'Office', extras: ['Headset'], old: 'There is none' } },
    vote: { vote: 'approve' },
    done: 1,
  },
  {
    hoursAgo: 2,
    item: 'Planned work on a server',
    by: 1,
    order: {
      answers: {
        server: 'FS01, the file server',
        work: 'Windows updates of this month, and one restart.',
        day: '2027-01-16',
        window: '19:00 to 21:00',
        outage: 'Shared drives and scanning to folders',
        back: 'The updates are removed again; the copy of the night before is kept until Monday.',
      },
      reason: 'The server is two months behind with its updates.',
    },
  },
];

/** Who answers to whom at a client, and some requests in different states. Nothing happens where there are requests. */
export async function writeOrders(ctx: Ctx, refs: References, code: string, endsAt: string): Promise<void> {
  const clientId = refs.client(code);
  const there = await ctx.tx.selectFrom('requests').select('ticket_id').limit(1).executeTakeFirst();
  if (there) return;
  const people: Person[] = await ctx.tx
    .selectFrom('contacts')
    .select(['id', 'name', 'sees'])
    .where('client_id', '=', clientId)
    .where('active', '=', true)
    .orderBy('created_at')
    .orderBy('email')
    .execute();
  const [boss] = people.filter(({ sees }) => sees === 'all');
  const others = people.filter(({ sees }) => sees !== 'all').slice(0, 3);
  if (!boss || others.length < 3) return;
  await updateContact(ctx, boss.id, { version: 1, roles: ['director', 'manager'] });
  for (const [index, { id }] of others.entries())
    await updateContact(ctx, id, { version: 1, managerId: boss.id, ...(index === 1 ? { roles: ['manager'] } : {}) });
  const items = await ctx.tx.selectFrom('catalogue_items').select(['id', 'name']).execute();
  for (const order of ORDERS) {
    const requester = others[order.by];
    const item = items.find(({ name }) => name === order.item);
    const parts = Object.entries(order.brings ?? {}).flatMap(([name, answers]) => {
      const brought = items.find((one) => one.name === name);
      return brought ? [{ itemId: brought.id, answers }] : [];
    });
    if (requester && item) await write(ctx, refs, { order, clientId, requester, boss, itemId: item.id, parts, endsAt });
  }
}

type Writing = {
  order: Order;
  clientId: string;
  requester: Person;
  boss: Person;
  itemId: string;
  parts: NonNullable<OrderBody['parts']>;
  endsAt: string;
};

async function write(
  ctx: Ctx,
  refs: References,
  { order, clientId, requester, boss, itemId, parts, endsAt }: Writing,
): Promise<void> {
  const at = (hoursLater: number) =>
    new Date(Date.parse(endsAt) + (hoursLater - order.hoursAgo) * HOUR_MS).toISOString();
  const asContact = (person: Person, now: string): Ctx => ({
    ...ctx,
    now,
    actor: { kind: 'contact', id: person.id, name: person.name },
  });
  const ticket = await placeOrder(
    asContact(requester, at(0)),
    { clientId, requesterId: requester.id },
    { itemId, ...order.order, parts },
    { source: 'portal' },
  );
  if (order.vote) await decide(asContact(boss, at(1)), ticket, boss, order.vote);
  const tom: Ctx = {
    ...ctx,
    now: at(2),
    actor: { kind: 'staff', id: refs.staff('tom'), name: staffByKey('tom').name },
  };
  for (let done = 0; done < (order.done ?? 0); done += 1) await finishNext(tom, ticket);
}

/** Votes in every step that asks the person, one after the other. */
async function decide(ctx: Ctx, ticket: TicketRecord, boss: Person, vote: NonNullable<Order['vote']>): Promise<void> {
  for (;;) {
    const open = await ctx.tx
      .selectFrom('approval_voters as v')
      .innerJoin('approvals as a', 'a.id', 'v.approval_id')
      .select('v.id')
      .where('a.ticket_id', '=', ticket.id)
      .where('a.state', '=', 'pending')
      .where('v.contact_id', '=', boss.id)
      .where('v.vote', 'is', null)
      .executeTakeFirst();
    if (!open) return;
    await castVote(ctx, open.id, vote, { kind: 'contact', id: boss.id, name: boss.name }, 'portal');
  }
}

async function finishNext(ctx: Ctx, ticket: TicketRecord): Promise<void> {
  const next = await ctx.tx
    .selectFrom('fulfilment_tasks')
    .select('id')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('state', '=', 'ready')
    .orderBy('position')
    .executeTakeFirst();
  if (next) await finishTask(ctx, ticket, next.id, { state: 'done' }, await serviceCalendar(ctx, ticket.client_id));
}
