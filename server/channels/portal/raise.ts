import { invalid } from '#kernel/errors.ts';
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
const COLLEAGUE = 'select id, name from contacts where client_id = $1 and id = $2 and active';

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
  };
}

/** Raises a ticket, for the caller or for a colleague. Both see it, and the log says who raised it for whom. */
export async function raiseTicket(ctx: Ctx, input: RaiseTicket): Promise<TicketRecord> {
  const me = callingContact(ctx);
  const forWhom = input.forContactId ?? me.contactId;
  const colleague = forWhom === me.contactId ? null : await colleagueOf(ctx, me, forWhom);
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

async function colleagueOf(ctx: Ctx, { clientId }: CallingContact, id: string): Promise<Named> {
  const [found] = await ctx.hot<Named>('raise_for', COLLEAGUE, [clientId, id]);
  if (!found) throw invalid([{ path: 'forContactId', message: 'must be a colleague' }]);
  return found;
}

async function refuseOtherService(ctx: Ctx, { clientId }: CallingContact, serviceId: string): Promise<void> {
  const services = await ctx.hot<Named>('portal_services', SERVICES, [clientId]);
  if (!services.some(({ id }) => id === serviceId))
    throw invalid([{ path: 'serviceId', message: 'is not a service of your company' }]);
}
