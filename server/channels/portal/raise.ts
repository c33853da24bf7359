import { forbidden, invalid } from '#kernel/errors.ts';
import { type CallingContact, type Ctx, callingContact } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import { queueReceived } from '#server/channels/mail-out/index.ts';
import { createTicket, setWatcher, type TicketRecord } from '#server/desk/ticket/index.ts';
import type { RaiseOptions, RaiseTicket } from '#shared/portal.ts';
import { letIn } from './people.ts';

type Named = { id: string; name: string };

const SITES = 'select id, name from sites where client_id = $1 and active order by name, id';
const SERVICES = `
select s.id, s.name from client_services c join services s on s.id = c.service_id
where c.client_id = $1 and s.active order by s.name, s.id`;
const OWN_SITE = 'select site_id from contacts where client_id = $1 and id = $2';
/** Whoever looks after the company raises for all of it, a manager for those whose manager they are. */
const RAISE_FOR = `
select id, name from contacts where client_id = $1 and active and id <> $2 and ($3 or manager_id = $2) order by name_key, id limit 2000`;

const raiseFor = (ctx: Ctx, { clientId, contactId }: CallingContact): Promise<Named[]> =>
  ctx.hot<Named>('raise_for', RAISE_FOR, [clientId, contactId, ctx.scope.companyWide === true]);

/** What the caller may choose from when they raise a ticket. */
export async function raiseOptions(ctx: Ctx): Promise<RaiseOptions> {
  const me = callingContact(ctx);
  const [own] = await ctx.hot<{ site_id: string | null }>('own_site', OWN_SITE, [me.clientId, me.contactId]);
  const services = await ctx.hot<Named>('portal_services', SERVICES, [me.clientId]);
  return {
    clientId: me.clientId,
    sites: await ctx.hot<Named>('portal_sites', SITES, [me.clientId]),
    siteId: own?.site_id ?? null,
    services: await inWordsOf(ctx, await callingReader(ctx), (say) =>
      services.map(({ id, name }) => ({ id, name: say(name, 'service') })),
    ),
    raiseFor: await raiseFor(ctx, me),
  };
}

/** Raises a ticket, for the caller or for somebody for whom they may. Both see it, and the log says who raised it for whom. */
export async function raiseTicket(ctx: Ctx, input: RaiseTicket): Promise<TicketRecord> {
  const me = callingContact(ctx);
  const forWhom = input.forContactId ?? me.contactId;
  const colleague = forWhom === me.contactId ? null : (await raiseFor(ctx, me)).find((person) => person.id === forWhom);
  if (colleague === undefined) throw forbidden('You may raise tickets for yourself and for those you look after.');
  if (input.serviceId) await refuseOtherService(ctx, me, input.serviceId);
  const ticket = await createTicket(ctx, {
    kind: 'incident',
    clientId: me.clientId,
    title: input.title,
    description: input.description ?? '',
    requesterId: forWhom,
    ...(input.siteId ? { siteId: input.siteId } : {}),
    ...(input.serviceId ? { serviceId: input.serviceId } : {}),
    source: 'portal',
    attachmentIds: input.attachmentIds ?? [],
  });
  if (colleague) {
    await appendEvent(ctx, {
      clientId: ticket.client_id,
      subjectType: 'ticket',
      subjectId: ticket.id,
      type: 'ticket.raised_for',
      visibility: 'public',
      data: { text: colleague.name, requesterId: colleague.id },
    });
    await setWatcher(ctx, ticket.id, { kind: 'contact', id: me.contactId }, true);
    await queueReceived(ctx, ticket, colleague.id, null);
  }
  await letIn(ctx, ticket, input);
  return ticket;
}

async function refuseOtherService(ctx: Ctx, { clientId }: CallingContact, serviceId: string): Promise<void> {
  const services = await ctx.hot<Named>('portal_services', SERVICES, [clientId]);
  if (!services.some(({ id }) => id === serviceId))
    throw invalid([{ path: 'serviceId', message: 'is not a service of your company' }]);
}
